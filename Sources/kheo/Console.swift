import CPlatform
import Domain
import Files
import Glibc
import Synchronization
import Vietnamese

/// Standard output and standard error, with every write checked.
///
/// `print` loses write errors and lets a program end with 0 on a full disk; here they are
/// remembered, and `exit(with:)` turns them into status 2. A reader that has gone away
/// (`kheo … | head`) is no error: what it did not want is dropped.
enum Console {
  /// Data.
  static let output = CheckedStream(descriptor: STDOUT_FILENO)
  /// Messages and progress.
  static let messages = CheckedStream(descriptor: STDERR_FILENO)

  /// Says something that is no progress on standard error, and in the log.
  static func tell(_ text: String) {
    messages.write(text)
    RunLog.current.add(message: text)
  }

  /// Ends the process; with 2 if what was said went nowhere, or the log could not be written.
  static func exit(with status: ExitStatus, in language: Language) async -> Never {
    output.flush()
    messages.flush()
    if output.hasFailed {
      tell(
        "kheo: "
          + language(
            "không ghi được ra đầu ra chuẩn (stdout): đĩa đầy, hoặc đã đóng",
            "standard output cannot be written to: the disk is full, or it is closed") + "\n")
      messages.flush()
    }
    let isLost = output.hasFailed || messages.hasFailed
    let status = isLost ? status.atLeastImpossible : status
    guard let failure = RunLog.current.finish(status.rawValue) else { Glibc.exit(status.rawValue) }
    messages.write("kheo: \(displayed(failure.message(in: language)))\n")
    Glibc.exit(status.atLeastImpossible.rawValue)
  }
}

/// One stream of the process.
///
/// Text is collected and written in pieces.
final class CheckedStream: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var hasFailed = false
    var isClosedByReader = false
  }

  private static let pieceSize = 1 << 16
  private let descriptor: Int32
  private let state = Mutex(State())

  init(descriptor: Int32) { self.descriptor = descriptor }

  var hasFailed: Bool { state.withLock { $0.hasFailed } }

  /// Whether a person sits at the other end.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) {
    state.withLock {
      $0.buffer.append(contentsOf: text.utf8)
      if $0.buffer.count >= CheckedStream.pieceSize || descriptor == STDERR_FILENO { drain(&$0) }
    }
  }

  func write(_ bytes: [UInt8]) {
    state.withLock {
      $0.buffer.append(contentsOf: bytes)
      if $0.buffer.count >= CheckedStream.pieceSize { drain(&$0) }
    }
  }

  func flush() { state.withLock { drain(&$0) } }

  private func drain(_ state: inout State) {
    var written = 0
    while written < state.buffer.count, !state.hasFailed, !state.isClosedByReader {
      let count = state.buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        state.isClosedByReader = true
      } else if errno == EAGAIN {
        var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&stream, 1, -1)
      } else if errno != EINTR {
        state.hasFailed = true
      }
    }
    state.buffer.removeAll(keepingCapacity: true)
  }
}

enum StandardStreams {
  /// Descriptors that a run needs beside the standard ones.
  private static let needed = 16

  /// Occupies descriptors 0–2 that are closed, so that no file of ours gets their numbers and a
  /// message never ends up in a report.
  ///
  /// False when too few descriptors are left to work with.
  static func prepare() -> Bool {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow (`ulimit -f`) is an error of the write, told like any other.
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // Reading only: a write to a stream that was closed still fails, and is noticed.
      _ = open("/dev/null", O_RDONLY)
    }
    kheo_silence_libraries()
    let probes = (0..<needed).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    for probe in probes where probe >= 0 { close(probe) }
    return !probes.contains { $0 < 0 }
  }
}
