package import Domain
import Vietnamese

/// Finds among the counted models of one ward those whose names may be near, by their signatures.
///
/// How it works. Sorted by numbers and length of the name, signatures lie in blocks; a model is
/// compared with the earlier ones of its own block and of those of neighbouring lengths, one `xor`
/// and one count of bits each. What passes is a candidate; whether the names are near is for who
/// has their texts.
///
/// A million names of one kind in one ward must not take a million squared: of each block only the
/// first models are compared with, and of each only the first candidates are kept. A model for which
/// either left something out says so.
struct NearNames {
  /// The models of a block that later ones are compared with.
  private static let blockLimit = NearSignatures.limit
  /// The candidates of one block that are kept.
  private static let candidateLimit = 8

  private struct Model {
    var row: RowReference
    var identity: ModelIdentity
    var hamlet: UInt64
    var signature: UInt64
    var isSuspected: Bool
  }

  /// Neighbours of one length and the same numbers, in the order of counting.
  private struct Block {
    /// Numbers and length.
    var key: UInt64
    /// Positions in `signatures` and `positions`.
    var range: Range<Int>
  }

  /// In the order of counting.
  private var models: [Model] = []
  private var signatures: [UInt64] = []
  private var positions: [Int] = []
  private var blocks: [Block] = []
  private var found: [Int] = []
  private let search = NearSignatures()

  /// Enters a counted model; one that `isSuspected` already is only compared with.
  mutating func add(
    _ row: RecordRow, at reference: RowReference, as identity: ModelIdentity, isSuspected: Bool
  ) {
    // Too short a name has no near ones.
    guard ComparedName.slipLimit(NameSignature.length(row.nameSignature)) > 0 else { return }
    models.append(
      Model(
        row: reference, identity: identity, hamlet: row.hamletKey, signature: row.nameSignature,
        isSuspected: isSuspected))
  }

  mutating func removeAll() { models.removeAll(keepingCapacity: true) }

  /// The models that have candidates, in the order of counting.
  mutating func candidates(_ settled: SettledModels) -> [NearCandidates] {
    sortIntoBlocks()
    var near: [NearCandidates] = []
    for index in blocks.indices {
      for place in blocks[index].range where !models[positions[place]].isSuspected {
        if let some = candidates(of: positions[place], in: index, settled) { near.append(some) }
      }
    }
    return near.sorted { $0.row < $1.row }
  }

  private mutating func sortIntoBlocks() {
    // Numbers and length, 20 bits, above the position: one word is sorted.
    var order: [UInt64] = []
    order.reserveCapacity(models.count)
    for (position, model) in models.enumerated() {
      let block = model.signature >> NameSignature.letterBits
      order.append(block << 44 | UInt64(position))
    }
    order.sort()
    positions.removeAll(keepingCapacity: true)
    for word in order { positions.append(Int(word & (1 << 44 - 1))) }
    signatures.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    for (place, position) in positions.enumerated() {
      let signature = models[position].signature
      signatures.append(signature)
      let key = signature >> NameSignature.letterBits
      if let last = blocks.last, last.key == key {
        blocks[blocks.count - 1].range = last.range.lowerBound..<place + 1
      } else {
        blocks.append(Block(key: key, range: place..<place + 1))
      }
    }
  }

  /// Looks through the blocks whose lengths are near enough; what is found first comes first.
  private mutating func candidates(
    of position: Int, in home: Int, _ settled: SettledModels
  ) -> NearCandidates? {
    let most = UInt64(ComparedName.mostSlips)
    let key = blocks[home].key
    var first = home
    while first > 0, key - blocks[first - 1].key <= most { first -= 1 }
    found.removeAll(keepingCapacity: true)
    var isCut = false
    var block = first
    while block < blocks.count, blocks[block].key <= key + most {
      if look(into: blocks[block], for: position, settled) { isCut = true }
      block += 1
    }
    if found.isEmpty, !isCut { return nil }
    return NearCandidates(
      row: models[position].row, others: found.sorted().map { models[$0].row }, isCut: isCut)
  }

  /// Appends the earlier models of a block that may be near; whether some were left out.
  private mutating func look(
    into block: Block, for position: Int, _ settled: SettledModels
  ) -> Bool {
    let signature = models[position].signature
    let lengths = (
      NameSignature.length(signature), NameSignature.length(signatures[block.range.lowerBound])
    )
    let slips = ComparedName.slipLimit(min(lengths.0, lengths.1))
    guard abs(lengths.0 - lengths.1) <= slips, slips > 0 else { return false }
    let limit = min(block.range.upperBound, block.range.lowerBound + NearNames.blockLimit)
    let end = firstPlace(of: block.range.lowerBound..<limit, notBefore: position)
    return signatures.withUnsafeBufferPointer { signatures in
      let near = search.near(
        signature, bits: 2 * slips,
        in: UnsafeBufferPointer(rebasing: signatures[block.range.lowerBound..<end]))
      var count = 0
      for place in near {
        let other = positions[block.range.lowerBound + Int(place)]
        guard mayBeOne(position, other, settled) else { continue }
        if count == NearNames.candidateLimit { return true }
        found.append(other)
        count += 1
      }
      return end == limit && limit < block.range.upperBound && positions[limit] < position
    }
  }

  /// The first place in a part of a block whose model stands not before `position` in the order of
  /// counting: within a block, places are in that order.
  private func firstPlace(of range: Range<Int>, notBefore position: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether hamlets and decisions leave it open that two models are one.
  private func mayBeOne(_ left: Int, _ right: Int, _ settled: SettledModels) -> Bool {
    let (a, b) = (models[left], models[right])
    return (a.hamlet == 0 || b.hamlet == 0 || a.hamlet == b.hamlet)
      && !settled.areApart(a.identity, b.identity)
  }
}

/// A counted model and earlier ones of its ward whose names may be near its own.
package struct NearCandidates: Sendable, Equatable {
  package var row: RowReference
  /// In the order of counting.
  package var others: [RowReference]
  /// Whether there are more that were not looked at.
  package var isCut: Bool
}
