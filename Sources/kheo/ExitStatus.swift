/// How the command ends (SPEC §9).
///
/// Thrown to end it with something other than `done`.
enum ExitStatus: Int32, Error {
  case done = 0
  /// Done, and `--fail-on` was met.
  case failed = 1
  /// It could not be done.
  case impossible = 2
  case usage = 64
  /// Another run holds the output folder.
  case held = 75

  /// 2 for a run that would seem done.
  var atLeastImpossible: ExitStatus { rawValue < 2 ? .impossible : self }
}
