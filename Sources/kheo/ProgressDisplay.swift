import Domain
import Synchronization
import Vietnamese

/// A line on standard error that says how far the reading has come; gone when it is done.
///
/// Shown only on a terminal (unless asked for), and only when the work takes long enough that a
/// person would wonder.
final class ProgressDisplay: Sendable {
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  private let isOn: Bool
  private let isTerminal: Bool
  private let language: Language
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(mode: ProgressMode, language: Language) {
    isTerminal = Console.messages.isTerminal
    isOn = mode == .always || (mode == .auto && isTerminal)
    self.language = language
  }

  func show(_ done: Int, of total: Int) {
    guard isOn else { return }
    let now = ContinuousClock.now
    guard now - start > ProgressDisplay.patience || !isTerminal && done == total else { return }
    lastShown.withLock { last in
      if let last, now - last < ProgressDisplay.interval, done < total { return }
      last = now
      let number = language.numbers
      let text = language(
        "Đọc \(number.count(done))/\(number.count(total)) tệp",
        "Read \(number.count(done))/\(number.count(total)) files")
      Console.messages.write(isTerminal ? "\r\u{1B}[K\(text)" : "\(text)\n")
    }
  }

  /// Says what is being done now, if the work has been long already.
  func show(_ activity: String) {
    guard isOn, ContinuousClock.now - start > ProgressDisplay.patience else { return }
    lastShown.withLock { last in
      last = ContinuousClock.now
      Console.messages.write(isTerminal ? "\r\u{1B}[K\(activity)" : "\(activity)\n")
    }
  }

  /// Takes the line away.
  func clear() {
    lastShown.withLock { last in
      if last != nil, isTerminal { Console.messages.write("\r\u{1B}[K") }
      last = nil
    }
  }
}
