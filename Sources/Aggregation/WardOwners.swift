import Domain

/// Σ quantity of the counted records of one ward by owner and field.
struct WardOwners {
  private let fieldCount: Int
  private var numbers: [Owner: Int] = [:]
  private var owners: [Owner] = []
  /// `[owner][field]` in one array.
  private var registered: [Int] = []
  private var blockOwners: [Owner] = []
  /// The number of each owner of the block that is being counted; -1 for one that is not met yet.
  private var numbersOfBlock: [Int] = []

  init(fieldCount: Int) { self.fieldCount = fieldCount }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    registered.removeAll(keepingCapacity: true)
  }

  /// Begins a block, of which these are the owners.
  mutating func enter(_ owners: [Owner]) {
    blockOwners = owners
    numbersOfBlock = Array(repeating: -1, count: owners.count)
  }

  /// Adds a counted record; `owner` is its index among those of the block.
  mutating func add(_ quantity: Int, owner: Int, field: Int) {
    var number = numbersOfBlock[owner]
    if number < 0 {
      number = self.number(of: blockOwners[owner])
      numbersOfBlock[owner] = number
    }
    registered[number * fieldCount + field] += quantity
  }

  private mutating func number(of owner: Owner) -> Int {
    if let number = numbers[owner] { return number }
    let number = owners.count
    numbers[owner] = number
    owners.append(owner)
    for _ in 0..<fieldCount { registered.append(0) }
    return number
  }

  /// In the order in which they were met.
  var tallies: [(owner: Owner, registered: [Int])] {
    owners.indices.map { index in
      (owners[index], Array(registered[index * fieldCount..<(index + 1) * fieldCount]))
    }
  }
}
