import Domain
import Loaders
import Synchronization

/// The counted records of a submission that the list of models may show, kept so that it need not be
/// read again for them.
struct ListedRecords: Sendable {
  let header: SubmissionHeader
  /// In order, `Listing.limit` at most: no more are listed.
  let rows: [RecordRow]
  let owners: [Owner]
  /// Nothing where only the rows are kept.
  let text: SubmissionText?

  /// What is left of the room that a run has.
  final class Room: Sendable {
    /// Bytes beyond which it is worth knowing where the records stand in a text that is not kept.
    let bigText: Int
    private let size: Int
    private let left: Atomic<Int>

    init(_ room: ListingRoom) {
      bigText = room.bigText
      size = room.size
      left = Atomic(room.size)
    }

    /// Whether so little is left that nobody need look for what would fit: a big run soon comes to that.
    var isNearlyFull: Bool { left.load(ordering: .relaxed) < size / 32 }

    /// Takes so many bytes of what is left, if there are as many.
    func take(_ size: Int) -> Bool {
      if left.subtract(size, ordering: .relaxed).newValue >= 0 { return true }
      left.add(size, ordering: .relaxed)
      return false
    }
  }
}

/// How much a run may keep of its submissions for the list of models, in bytes.
package struct ListingRoom: Sendable {
  /// Of texts and rows together.
  package var size = 32 << 20
  /// A submission with more bytes has its rows kept where its text does not fit.
  package var bigText = 4 << 20

  package init() {}
}
