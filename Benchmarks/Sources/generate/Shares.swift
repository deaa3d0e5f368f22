/// What a workspace consists of; `truth.json` repeats it.
///
/// Shares are of the data records, unless something else is said.
struct Shares: Encodable {
  /// Reported again, of what earlier periods registered; none in the first period.
  var carriedOver = 0.5
  /// Sent twice in one file; half of them in capitals or in decomposed characters (NFD).
  var duplicates = 0.02
  /// New models whose names differ from another one's only in spaces.
  var nearDuplicates = 0.01
  /// Without name or field.
  var missing = 0.01
  /// With a year or a field that is none.
  var bad = 0.008
  /// With a note between quotes, since it has a delimiter or a line end in it.
  var quoted = 0.45
  /// With a line end inside a cell.
  var lineBreaks = 0.1
  /// Of the files: with `;` for a delimiter, a byte-order mark, CRLF.
  var semicolons = 0.15
  var byteOrderMarks = 0.3
  var carriageReturns = 0.3
}

/// Whether records are as in a good office, or all of them faulty.
enum Quality {
  case usual
  /// An error on each record, two on every other.
  case faulty
}
