/// Remembers what the last different cell of a column was read as: in a submission the same ward,
/// year and owner stand in record after record.
struct CellMemo<Value> {
  private var bytes: [UInt8] = []
  private var remembered: Value?

  /// The value of `cell`, if it is the cell that was last remembered.
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    remembered != nil && bytes.elementsEqual(cell) ? remembered : nil
  }

  mutating func remember(_ value: Value, of cell: UnsafeBufferPointer<UInt8>) -> Value {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: cell)
    remembered = .some(value)
    return value
  }
}
