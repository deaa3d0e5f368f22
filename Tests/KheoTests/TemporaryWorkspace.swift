import FoundationEssentials
import Glibc

/// A private folder with inputs, in which the real `kheo` runs; gone when its test is.
final class TemporaryWorkspace {
  /// The binary that was built with these tests: it lies beside their bundle.
  static let binary: String = {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = max(readlink("/proc/self/exe", &bytes, bytes.count), 0)
    let bundle = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return bundle[..<(bundle.lastIndex(of: "/") ?? bundle.endIndex)] + "/kheo"
  }()

  /// The inputs of the repository.
  private static let sample: String = {
    let file = #filePath
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/inputs"
  }()

  static let plainEnvironment = ["PATH=/usr/bin:/bin", "HOME=/nonexistent"]

  let path: String

  private init() throws {
    path = "/tmp/kheo-smoke-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The sample workspace of the repository, copied.
  static func ofSample() throws -> TemporaryWorkspace {
    let workspace = try TemporaryWorkspace()
    try FileManager.default.copyItem(atPath: sample, toPath: workspace.file("inputs"))
    return workspace
  }

  /// Two wards, two fields, and what the caller adds: texts by path in the inputs.
  static func small(_ files: [String: String] = [:]) throws -> TemporaryWorkspace {
    let workspace = try TemporaryWorkspace()
    try workspace.write("period: {from: 2020, to: 2024}\n", to: "inputs/kheo.yml")
    try workspace.write(
      "code,name,kind,valid_from,valid_to,aliases\n01,An Lưu,Phường,,,\n02,An Phụ,Phường,,,\n",
      to: "inputs/registers/wards.csv")
    try workspace.write(
      "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\nVHXH,Văn hóa - xã hội,Culture,\n",
      to: "inputs/registers/fields.csv")
    try workspace.write(
      "Tên mô hình,Lĩnh vực,Năm\nNuôi dê,Kinh tế,2024\nLợn nhựa tiết kiệm,VHXH,2024\n",
      to: "inputs/submissions/2024-Q1/an-luu.csv")
    for (name, text) in files { try workspace.write(text, to: "inputs/\(name)") }
    return workspace
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let folder = file(name).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: file(name))))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The names in a folder, sorted; none when there is no such folder.
  func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(name))) ?? []).sorted()
  }

  /// Every file of a folder, by name.
  func contents(of name: String) throws -> [String: [UInt8]] {
    try Dictionary(
      names(in: name).map { ($0, try bytes("\(name)/\($0)")) }, uniquingKeysWith: { $1 })
  }

  /// Starts `kheo` in this folder.
  func start(
    _ arguments: String..., environment: [String] = plainEnvironment,
    output: Stream = .collected, messages: Stream = .collected
  ) throws -> RunningProcess {
    try RunningProcess(
      Launch(
        program: TemporaryWorkspace.binary, arguments: arguments, folder: path,
        environment: environment, output: output, messages: messages))
  }

  /// Runs `kheo` in this folder.
  func kheo(
    _ arguments: String..., environment: [String] = plainEnvironment,
    output: Stream = .collected, messages: Stream = .collected
  ) throws -> Outcome {
    try RunningProcess(
      Launch(
        program: TemporaryWorkspace.binary, arguments: arguments, folder: path,
        environment: environment, output: output, messages: messages)
    ).wait()
  }

  /// Runs a line of shell in this folder, where `$KHEO` is the binary.
  func shell(_ line: String) throws -> Outcome {
    try RunningProcess(
      Launch(
        program: "/bin/sh", arguments: ["-c", line], folder: path,
        environment: TemporaryWorkspace.plainEnvironment + ["KHEO=\(TemporaryWorkspace.binary)"])
    ).wait()
  }
}
