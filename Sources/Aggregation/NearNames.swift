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
    signatures.withUnsafeBufferPointer { signatures in
      for home in blocks.indices { look(around: home, signatures, settled, into: &near) }
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

  /// A block in which the models of another one may have near ones.
  private struct Neighbour {
    /// Places of those that are compared with.
    var range: Range<Int>
    /// Where those behind the limit stand, if there are any.
    var firstBeyond: Int?
    /// In how many bits near ones differ at most.
    var bits: Int
    /// Behind the last model that stands before the one that is looked at: within a block, places are in
    /// the order of counting.
    var end: Int
  }

  /// The blocks whose lengths are near enough to that of `home`.
  private func neighbours(of home: Int) -> [Neighbour] {
    let most = UInt64(ComparedName.mostSlips)
    let key = blocks[home].key
    var first = home
    while first > 0, key - blocks[first - 1].key <= most { first -= 1 }
    let length = self.length(of: blocks[home])
    return blocks[first...].prefix { $0.key <= key + most }.compactMap { block in
      let other = self.length(of: block)
      let slips = ComparedName.slipLimit(min(length, other))
      guard abs(length - other) <= slips, slips > 0 else { return nil }
      let (start, end) = (block.range.lowerBound, block.range.upperBound)
      let limit = min(end, start + NearNames.blockLimit)
      return Neighbour(
        range: start..<limit, firstBeyond: limit < end ? limit : nil, bits: 2 * slips, end: start)
    }
  }

  private func length(of block: Block) -> Int {
    NameSignature.length(signatures[block.range.lowerBound])
  }

  /// Finds what may be near the models of a block, among those that were counted before them; what is
  /// found first comes first.
  private func look(
    around home: Int, _ signatures: UnsafeBufferPointer<UInt64>, _ settled: SettledModels,
    into near: inout [NearCandidates]
  ) {
    var neighbours = neighbours(of: home)
    var found: [Int] = []
    for place in blocks[home].range where !models[positions[place]].isSuspected {
      let position = positions[place]
      var isCut = false
      for index in neighbours.indices {
        let range = neighbours[index].range
        var end = neighbours[index].end
        while end < range.upperBound, positions[end] < position { end += 1 }
        neighbours[index].end = end
        var count = 0
        for offset in search.near(
          signatures[place], bits: neighbours[index].bits,
          in: UnsafeBufferPointer(rebasing: signatures[range.lowerBound..<end]))
        {
          let other = positions[range.lowerBound + Int(offset)]
          guard mayBeOne(position, other, settled) else { continue }
          if count == NearNames.candidateLimit {
            isCut = true
            break
          }
          found.append(other)
          count += 1
        }
        if end == range.upperBound, let beyond = neighbours[index].firstBeyond,
          positions[beyond] < position
        {
          isCut = true
        }
      }
      if found.isEmpty, !isCut { continue }
      near.append(
        NearCandidates(
          row: models[position].row, others: found.sorted().map { models[$0].row }, isCut: isCut))
      found.removeAll(keepingCapacity: true)
    }
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
