import Domain

/// Which records stand where, ward by ward, and which wards are counted together.
struct ShardPlan: Sendable {
  /// Neighbouring records of one source that count for one ward.
  struct Run: Sendable {
    var source: UInt32
    var rows: Range<UInt32>
  }

  /// Whole wards that are counted in one database.
  struct Shard: Sendable {
    /// Indexes into the register.
    var wards: Range<Int>
    var runs: [Run]
  }

  /// Large enough to be worth a round of queries, small enough to be sorted within a cache.
  private static let targetCount = 12_000

  private(set) var shards: [Shard] = []

  /// Every ward is in exactly one shard, also one without records.
  init(sources: [SecondOpinion.Source], wardCount: Int) {
    let runs = ShardPlan.runs(of: sources, wardCount: wardCount)
    var shard = Shard(wards: 0..<0, runs: [])
    var recordCount = 0
    for (ward, runs) in runs.enumerated() {
      if recordCount >= ShardPlan.targetCount {
        shards.append(shard)
        shard = Shard(wards: ward..<ward, runs: [])
        recordCount = 0
      }
      shard.wards = shard.wards.lowerBound..<ward + 1
      shard.runs += runs
      recordCount += runs.reduce(0) { $0 + $1.rows.count }
    }
    shards.append(shard)
  }

  private static func runs(of sources: [SecondOpinion.Source], wardCount: Int) -> [[Run]] {
    var runs: [[Run]] = Array(repeating: [], count: wardCount)
    for (number, source) in sources.enumerated() {
      let rows = source.block.rows
      var start = 0
      while start < rows.count {
        var end = start + 1
        while end < rows.count, rows[end].ward == rows[start].ward { end += 1 }
        runs[Int(rows[start].ward)].append(
          Run(
            source: UInt32(truncatingIfNeeded: number),
            rows: UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: end)))
        start = end
      }
    }
    return runs
  }
}
