import Files
import Glibc

/// Ends the process in good order when it is hung up, interrupted or terminated: the unfinished
/// release is removed, the last good one stays, and the status is 129, 130 or 143.
enum Signals {
  /// Starts a thread that waits for the signals.
  ///
  /// Called before any other thread is made, so that all of them leave the signals to it. What a
  /// parent chose to ignore (nohup) stays ignored.
  static func watch() {
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1 {
        sigaddset(&watched, number)
      }
    }
    pthread_sigmask(SIG_BLOCK, &watched, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var watched = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &watched)
        var number: Int32 = 0
        while sigwait(&watched, &number) != 0 {}
        StagedFolder.removeCurrent()
        _exit(128 + number)
      }, nil)
  }
}
