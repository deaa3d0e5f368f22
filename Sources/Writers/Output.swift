import Files

/// Takes the next bytes of a release's file: its name, and what to append to it.
package typealias ReleaseOutput = (_ name: String, _ chunk: [UInt8]) throws -> Void

/// Collects bytes of one file and hands them on in pieces, so that a file of any size needs
/// little memory; keeps count and sum of what went through.
struct ByteSink: ~Copyable {
  private static let pieceSize = 1 << 18

  private let name: String
  private var buffer: [UInt8] = []
  private let output: ReleaseOutput
  private var digest = FileDigest()

  init(_ name: String, _ output: @escaping ReleaseOutput) {
    self.name = name
    self.output = output
  }

  mutating func append(_ text: String) throws(WriteError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { try flush() }
  }

  mutating func append(_ bytes: [UInt8]) throws(WriteError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Hands on what is left; the SHA-256 of the whole file, in hexadecimal digits.
  consuming func finish() throws(WriteError) -> String {
    try flush()
    return digest.hexadecimal
  }

  private mutating func flush() throws(WriteError) {
    guard !buffer.isEmpty else { return }
    digest.update(buffer)
    do {
      try output(name, buffer)
    } catch {
      throw .output(file: name, error)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
