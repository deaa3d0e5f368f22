import Glibc

/// How much address space may still be taken (`ulimit -v`).
///
/// An allocation that fails ends the process where it stands, and a thread that cannot be started is
/// waited for in vain; so a run asks first, in few places and generously.
package enum Memory {
  /// Left for everything that is not asked for: about twice what the sample workspace needs.
  private static let reserve = 64 << 20

  /// Whether `byteCount` bytes and the reserve can be had; nothing is kept.
  package static func isAvailable(_ byteCount: Int = 0) -> Bool {
    let (wanted, isOverflow) = byteCount.addingReportingOverflow(reserve)
    guard !isOverflow, wanted > 0 else { return false }
    // Address space only: how much of it the machine has is for the kernel to say.
    let place = mmap(
      nil, wanted, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let place, place != MAP_FAILED else { return false }
    munmap(place, wanted)
    return true
  }
}
