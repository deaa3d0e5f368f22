import Glibc

/// Stops the fuzzer, which keeps the input, when what must hold of any input does not hold.
///
/// `precondition` would not say which claim it was: optimised code drops its message.
package func require(_ holds: Bool, _ claim: StaticString) {
  if holds { return }
  writeAll(
    Array("\n\(claim): không đúng với đầu vào này / does not hold of this input\n".utf8), to: 2)
  abort()
}

/// Writes until all is written, or nothing more can be.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count <= 0 { return }
    rest = rest.dropFirst(count)
  }
}
