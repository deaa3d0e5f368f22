import Crypto

/// The SHA-256 of bytes that come piece by piece.
package struct FileDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = FileDigest()
    digest.update(bytes)
    return digest.hexadecimal
  }
}

/// The SHA-256 of a regular file, as 64 lower-case hexadecimal digits, its size in bytes, and its
/// first bytes: at most `prefixLimit` of them.
package func digestFile(
  at path: String, keeping prefixLimit: Int = 0
) throws(FileError) -> (sha256: String, byteCount: Int, prefix: [UInt8]) {
  var pieces = try FilePieces(path)
  var digest = FileDigest()
  var byteCount = 0
  var prefix: [UInt8] = []
  while true {
    let piece = try pieces.next()
    if piece.isEmpty { return (digest.hexadecimal, byteCount, prefix) }
    digest.update(piece)
    byteCount += piece.count
    if prefix.count < prefixLimit {
      prefix.append(contentsOf: piece.prefix(prefixLimit - prefix.count))
    }
  }
}
