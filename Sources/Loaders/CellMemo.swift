import Glibc

/// Remembers what the cells of a column were read as: in submission after submission the same few
/// wards, fields, years and owners stand in record after record, and names come again year by year.
///
/// A table of `size` places, each with the last cell that fell there; what is remembered of a cell is
/// found by its bytes, all of them. Copies share one table, which belongs to one thread.
struct CellMemo<Value: BitwiseCopyable> {
  private let table: Table

  /// `size` places, a power of two, for cells of up to `width` bytes, a multiple of 8.
  init(size: Int = 64, width: Int = 64) { table = Table(size: size, width: width) }

  private final class Table {
    let width: Int
    let shift: UInt64
    /// The length of the cell in each place; -1 for a place that holds nothing.
    let lengths: UnsafeMutablePointer<Int32>
    let bytes: UnsafeMutableRawPointer
    let values: UnsafeMutablePointer<Value>

    init(size: Int, width: Int) {
      self.width = width
      shift = UInt64(64 - size.trailingZeroBitCount)
      lengths = .allocate(capacity: size)
      lengths.initialize(repeating: -1, count: size)
      bytes = .allocate(byteCount: size * width, alignment: 8)
      values = .allocate(capacity: size)
    }

    deinit {
      lengths.deallocate()
      bytes.deallocate()
      values.deallocate()
    }
  }

  /// The value of `cell`, if it was remembered and nothing has fallen on its place since.
  @inline(__always)
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    let index = place(of: cell)
    guard Int(table.lengths[index]) == cell.count,
      cell.isEmpty
        || CellMemo.areEqual(
          table.bytes + index &* table.width, UnsafeRawPointer(cell.baseAddress.unsafelyUnwrapped),
          cell.count)
    else { return nil }
    return table.values[index]
  }

  /// Remembers `value`, but for a cell that is too long.
  func remember(_ value: Value, of cell: UnsafeBufferPointer<UInt8>) -> Value {
    guard cell.count <= table.width else { return value }
    let index = place(of: cell)
    table.lengths[index] = Int32(truncatingIfNeeded: cell.count)
    if let base = cell.baseAddress {
      (table.bytes + index &* table.width).copyMemory(from: base, byteCount: cell.count)
    }
    (table.values + index).initialize(to: value)
    return value
  }

  @inline(__always)
  private func place(of cell: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = UInt64(truncatingIfNeeded: cell.count) &* 0xC2B2_AE3D_27D4_EB4F
    if let base = cell.baseAddress {
      let raw = UnsafeRawPointer(base)
      if cell.count >= 8 {
        var offset = 0
        while offset &+ 8 < cell.count {
          hash = CellMemo.mixed(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
          offset &+= 8
        }
        hash = CellMemo.mixed(
          hash, raw.loadUnaligned(fromByteOffset: cell.count &- 8, as: UInt64.self))
      } else if !cell.isEmpty {
        hash = CellMemo.mixed(hash, CellMemo.shortWord(raw, cell.count))
      }
    }
    return Int(truncatingIfNeeded: hash &>> table.shift)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }

  /// All of 1 to 7 bytes in one word.
  @inline(__always)
  private static func shortWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      return UInt64(raw.loadUnaligned(as: UInt32.self))
        | UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)) &<< 32
    }
    let (first, middle, last) = (
      raw.load(as: UInt8.self), raw.load(fromByteOffset: count &>> 1, as: UInt8.self),
      raw.load(fromByteOffset: count &- 1, as: UInt8.self)
    )
    return UInt64(first) | UInt64(middle) &<< 8 | UInt64(last) &<< 16
  }

  /// Whether two runs of `count` bytes, one at least, are the same.
  @inline(__always)
  private static func areEqual(
    _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int
  ) -> Bool {
    if count < 8 { return shortWord(left, count) == shortWord(right, count) }
    if count > 32 { return memcmp(left, right, count) == 0 }
    var difference: UInt64 = 0
    var offset = 0
    while offset &+ 8 < count {
      difference |=
        left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    difference |=
      left.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      ^ right.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    return difference == 0
  }
}
