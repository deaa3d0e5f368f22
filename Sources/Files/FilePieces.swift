import Glibc

/// The bytes of a regular file piece by piece, so that a file of any size needs little memory.
///
/// As in `readFile`, links and special files are refused, and a file that changes meanwhile is an
/// error.
package struct FilePieces: ~Copyable {
  private let file: RegularFile
  private var byteCount = 0

  private static let pieceSize = 1 << 18

  package init(_ path: String) throws(FileError) { file = try RegularFile.open(path) }

  /// The next bytes of the file; none at its end.
  package mutating func next() throws(FileError) -> [UInt8] {
    let piece = try file.read(atMost: FilePieces.pieceSize)
    byteCount += piece.count
    if piece.isEmpty { try file.checkUnchanged(byteCount: byteCount) }
    return piece
  }
}
