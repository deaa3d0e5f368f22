import FoundationEssentials
import Glibc

/// How a program ended, and what it said.
struct Outcome: Equatable {
  /// The exit status; for a program that a signal killed, the signal's number, negative.
  ///
  /// A shell shows both as 143, but only a program that ends by itself has put its things in order.
  var status: Int32
  var output: [UInt8]
  var messages: [UInt8]

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var messageText: String { String(decoding: messages, as: UTF8.self) }
}

/// Where a stream of a program goes.
enum Stream {
  /// To be compared later.
  case collected
  /// Not open at all, as after `>&-`.
  case closed
  case file(String)
}

/// What a program is started with.
struct Launch {
  var program: String
  var arguments: [String]
  /// The working folder.
  var folder: String
  /// `NAME=value`; nothing else is in the environment.
  var environment: [String]
  var output = Stream.collected
  var messages = Stream.collected
}

enum LaunchError: Error {
  case notStarted(program: String, code: Int32)
}

/// A program that runs.
///
/// What it says goes into files, so that nothing waits for a reader. Signals are those of a fresh
/// session: a test run under `nohup`, or in the background of a shell, would hand on ignored ones.
final class RunningProcess {
  let identifier: pid_t
  private let collected: (output: Int32, messages: Int32)

  init(_ launch: Launch) throws {
    collected = (RunningProcess.unnamedFile(), RunningProcess.unnamedFile())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    RunningProcess.add(launch.output, STDOUT_FILENO, collected.output, to: &actions)
    RunningProcess.add(launch.messages, STDERR_FILENO, collected.messages, to: &actions)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // Only the shell can be asked to change the folder first; it is the program from then on.
    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", launch.folder, launch.program]
    var arguments = (words + launch.arguments).map { strdup($0) } + [nil]
    var environment = launch.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var identifier = pid_t()
    let code = posix_spawn(
      &identifier, "/bin/sh", &actions, &attributes, &arguments, &environment)
    guard code == 0 else { throw LaunchError.notStarted(program: launch.program, code: code) }
    self.identifier = identifier
  }

  deinit {
    close(collected.output)
    close(collected.messages)
  }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// Whether it is still there; it can still be waited for.
  var isRunning: Bool {
    var information = siginfo_t()
    waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
    return information.si_signo == 0
  }

  func wait() -> Outcome {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal,
      output: RunningProcess.content(of: collected.output),
      messages: RunningProcess.content(of: collected.messages))
  }

  private static func add(
    _ stream: Stream, _ descriptor: Int32, _ collected: Int32,
    to actions: inout posix_spawn_file_actions_t
  ) {
    switch stream {
    case .collected: posix_spawn_file_actions_adddup2(&actions, collected, descriptor)
    case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
    case .file(let path):
      posix_spawn_file_actions_addopen(
        &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
  }

  /// A file without a name, for what a program says.
  private static func unnamedFile() -> Int32 {
    let path = "/tmp/kheo-said-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    unlink(path)
    return descriptor
  }

  private static func content(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(bytes.count))
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }
}
