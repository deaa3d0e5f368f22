package import Domain
import Vietnamese

/// Σ quantity of counted records by owner and field.
package struct OwnerTally: Sendable {
  private let registers: Registers
  private var numbers: [Owner: Int] = [:]
  private var owners: [Owner] = []
  /// `[owner][field]` in one array.
  private var registered: [Int] = []

  init(registers: Registers) { self.registers = registers }

  /// Adds what an owner registered, one entry a field.
  mutating func add(_ quantities: [Int], of owner: Owner) {
    let start = enter(owner) * registers.fields.count
    for (field, quantity) in quantities.enumerated() { registered[start + field] += quantity }
  }

  private mutating func enter(_ owner: Owner) -> Int {
    if let number = numbers[owner] { return number }
    numbers[owner] = owners.count
    owners.append(owner)
    registered += Array(repeating: 0, count: registers.fields.count)
    return owners.count - 1
  }

  /// Most models first, then by name; what has no owner last.
  package var totals: [OwnerTotal] {
    let width = registers.fields.count
    let rows = owners.indices.map { index in
      let total = OwnerTotal(
        name: name(of: owners[index]),
        code: owners[index].organization.map { registers.organizations[$0].code } ?? "",
        registered: Array(registered[index * width..<(index + 1) * width]))
      return (total: total, count: total.total, key: CollationKey(total.name))
    }
    return rows.sorted { left, right in
      let (isLeftBlank, isRightBlank) = (left.total.name.isEmpty, right.total.name.isEmpty)
      if isLeftBlank != isRightBlank { return isRightBlank }
      if left.count != right.count { return left.count > right.count }
      return (left.key, left.total.code) < (right.key, right.total.code)
    }.map(\.total)
  }

  private func name(of owner: Owner) -> String {
    if let organization = owner.organization { return registers.organizations[organization].name }
    return owner.key.isEmpty ? "" : owner.spelling
  }
}
