import Domain
import Encodings
import Vietnamese

/// What the readers of one thread remember from submission to submission of one run, so that nothing is
/// found out twice; no result ever depends on it.
///
/// It holds for one `LoadingContext`: what a cell means follows from registers, settings and decisions.
package struct ReadingMemory {
  let words = WordMemory()
  let headers = HeaderMemory()
  let wards = CellMemo<Int?>(size: 256)
  let fields = CellMemo<Int?>()
  /// Days, too, are years.
  let years = CellMemo<WrittenYear?>(size: 1024)
  let quarters = CellMemo<Int?>()
  let quantities = CellMemo<Int?>()
  let statuses = CellMemo<Bool>()
  let hamlets = CellMemo<IdentityMaker.Part>(size: 1024)
  let owners = OwnerMemory()
  /// Names come again in the files of later periods.
  let names = CellMemo<IdentityMaker.Name>(size: 8192, width: 96)
  let plainNames = PlainNames()

  package init() {}
}
