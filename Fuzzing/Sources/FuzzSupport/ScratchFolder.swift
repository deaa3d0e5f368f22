import Glibc

/// A folder of this process under `TMPDIR`, for readers that want a path.
///
/// Whoever starts the fuzzer removes it: after a crash nobody else could.
package struct ScratchFolder: Sendable {
  package let path: String

  package init(_ subfolders: String...) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(parent)/kheo-fuzz-\(getpid())"
    for folder in [""] + subfolders { mkdir("\(path)/\(folder)", 0o700) }
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  package func save(_ bytes: [UInt8], as name: String) {
    let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    require(descriptor >= 0, "the scratch folder can be written to")
    writeAll(bytes, to: descriptor)
    close(descriptor)
  }
}
