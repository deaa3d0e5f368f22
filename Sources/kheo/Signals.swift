import CPlatform
import Files
import Glibc

/// Ends the process in good order when it is hung up, interrupted or terminated: the unfinished
/// release is removed, the last good one stays, and the status is 129, 130 or 143.
enum Signals {
  /// Starts a thread that waits for the signals.
  ///
  /// The handlers only pass the number on through a pipe. Waiting with `sigwait` would not do: the
  /// main thread of an asynchronous program unblocks all signals while it is idle. What a parent
  /// chose to ignore (nohup) stays ignored.
  static func watch() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for number in [SIGHUP, SIGINT, SIGTERM] { _ = kheo_forward_signal(number, ends[1]) }
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { descriptor in
        var number: UInt8 = 0
        let descriptor = Int32(Int(bitPattern: descriptor))
        while read(descriptor, &number, 1) != 1 {}
        let status = 128 + Int32(number)
        Staging.removeCurrent {
          _ = RunLog.current.finish(status)
          _exit(status)
        }
      }, UnsafeMutableRawPointer(bitPattern: Int(ends[0])))
  }
}
