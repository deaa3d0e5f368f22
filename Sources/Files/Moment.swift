package import Domain
import Glibc

/// A moment of the machine's clock: for the lock and the log, never for a release.
package struct Moment: Sendable, Equatable {
  /// Since 1970, in UTC.
  package var seconds: Int
  package var milliseconds = 0

  package init(seconds: Int) { self.seconds = seconds }

  package static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var now = Moment(seconds: time.tv_sec)
    now.milliseconds = time.tv_nsec / 1_000_000
    return now
  }

  /// `2026-11-24T02:44:24.123Z`.
  package var utc: String {
    let thousandths = String(1000 + milliseconds).dropFirst()
    return text("%Y-%m-%dT%H:%M:%S", gmtime_r) + ".\(thousandths)Z"
  }

  /// “09:44:24 ngày 24/11/2026”, “2026-11-24 at 09:44:24”, in the time of the place.
  package func local(in language: Language) -> String {
    text(language("%H:%M:%S ngày %d/%m/%Y", "%Y-%m-%d at %H:%M:%S"), localtime_r)
  }

  /// Written with conversions that no locale changes.
  private func text(
    _ format: String,
    _ parts: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?
  ) -> String {
    var (time, calendar) = (time_t(seconds), tm())
    guard parts(&time, &calendar) != nil else { return "?" }
    var bytes = [CChar](repeating: 0, count: 64)
    let count = strftime(&bytes, bytes.count, format, &calendar)
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
