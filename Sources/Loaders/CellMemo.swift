/// Remembers what the cells of a column were read as: in a submission the same few wards, fields,
/// years and owners stand in record after record.
///
/// A table of `size` places, each with the last cell that fell there; a cell of 16 bytes or fewer is
/// told by two words and its length.
struct CellMemo<Value> {
  private struct Place {
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// -1 for a place that holds nothing.
    var length = -1
  }

  private static var size: Int { 64 }

  private var places = [Place](repeating: Place(), count: CellMemo.size)
  private var values = [Value?](repeating: nil, count: CellMemo.size)
  /// The bytes of cells that two words do not hold.
  private var longCells = [[UInt8]](repeating: [], count: CellMemo.size)

  /// The value of `cell`, if it was remembered and nothing has fallen on its place since.
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    let (place, index) = CellMemo.place(of: cell)
    let known = places[index]
    guard known.first == place.first, known.last == place.last, known.length == place.length,
      cell.count <= 16 || longCells[index].elementsEqual(cell)
    else { return nil }
    return values[index]
  }

  mutating func remember(_ value: Value, of cell: UnsafeBufferPointer<UInt8>) -> Value {
    let (place, index) = CellMemo.place(of: cell)
    places[index] = place
    values[index] = value
    longCells[index] = cell.count <= 16 ? [] : Array(cell)
    return value
  }

  private static func place(of cell: UnsafeBufferPointer<UInt8>) -> (Place, index: Int) {
    let raw = UnsafeRawBufferPointer(cell)
    var place = Place(length: cell.count)
    if cell.count >= 8 {
      place.first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      place.last = raw.loadUnaligned(fromByteOffset: cell.count - 8, as: UInt64.self)
    } else {
      for byte in cell { place.first = place.first << 8 | UInt64(byte) }
    }
    var hash = (place.first ^ place.last &* 0x9E37_79B9_7F4A_7C15) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(truncatingIfNeeded: cell.count) &* 0xC2B2_AE3D_27D4_EB4F
    return (place, Int(truncatingIfNeeded: hash >> 58))
  }
}
