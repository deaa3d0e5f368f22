import Domain
import Glibc

/// The run that holds an output folder, as the lock file tells it.
package struct LockHolder: Sendable, Equatable {
  package var processID: Int
  /// When the run began, in seconds since 1970.
  package var start: Int

  package init(processID: Int, start: Int) {
    self.processID = processID
    self.start = start
  }

  /// This process, from its first look at a lock on.
  static let this = LockHolder(processID: Int(getpid()), start: Moment.now.seconds)

  /// Beyond the year 9999 no date is meant.
  private static let latestStart = 253_402_300_799
  /// Bytes of the longest line: two whole numbers.
  private static let longestLine = 64

  /// Who is named in the lock file, if that is a process that lives.
  ///
  /// Anybody may have written there, and a run that was killed leaves its line until the next one
  /// writes its own.
  init?(writtenIn descriptor: borrowing Descriptor) {
    var bytes = [UInt8](repeating: 0, count: LockHolder.longestLine)
    let count = pread(descriptor.number, &bytes, bytes.count, 0)
    guard count > 0, let holder = LockHolder(line: bytes[..<count]) else { return nil }
    guard kill(pid_t(truncatingIfNeeded: holder.processID), 0) == 0 || errno == EPERM else {
      return nil
    }
    self = holder
  }

  /// Reads what `line` makes; nothing if it is anything else.
  init?(line bytes: ArraySlice<UInt8>) {
    let words = String(decoding: bytes, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[1].utf8.last == UInt8(ascii: "\n"),
      let processID = Int(words[0]), let start = Int(words[1].dropLast()),
      (1...Int(pid_t.max)).contains(processID), (0...LockHolder.latestStart).contains(start)
    else { return nil }
    self.init(processID: processID, start: start)
  }

  /// What stands in the lock file.
  var line: String { "\(processID) \(start)\n" }

  /// “tiến trình 12, bắt đầu lúc 09:44:24 ngày 24/11/2026”, in the time of the place.
  func text(in language: Language) -> String {
    let moment = Moment(seconds: start).local(in: language)
    return language(
      "tiến trình \(processID), bắt đầu lúc \(moment)", "process \(processID), started on \(moment)"
    )
  }
}
