import Glibc

/// How many different names a part uses, roughly: expat keeps every one of them to the end.
///
/// Spreadsheets have some hundred; a part of nothing but new names would fill the memory.
struct XMLNames {
  private static let countLimit = 1024
  private static let lengthLimit = 1024
  /// Names so short that there cannot be many; they are the most frequent ones.
  private static let shortLength = 2

  /// A bit for each value of a hash.
  private var seen = [UInt64](repeating: 0, count: 1024)
  private var count = 0

  /// Takes note of a name; says whether that is still within the limits.
  @unsafe
  mutating func add(_ name: UnsafePointer<CChar>) -> Bool {
    let length = unsafe strlen(name)
    guard length > Self.shortLength else { return true }
    guard length <= Self.lengthLimit else { return false }
    // FNV-1a.
    var hash: UInt32 = 2_166_136_261
    for index in 0..<length {
      hash = unsafe (hash ^ UInt32(UInt8(bitPattern: name[index]))) &* 16_777_619
    }
    let bit = Int((hash >> 16) ^ (hash & 0xFFFF))
    let mask: UInt64 = 1 << UInt64(bit % 64)
    if seen[bit / 64] & mask == 0 {
      seen[bit / 64] |= mask
      count += 1
    }
    return count <= Self.countLimit
  }
}
