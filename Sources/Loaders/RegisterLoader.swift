package import Domain
import Files
import Vietnamese

/// The registers of a workspace, with what is needed to look rows up and to find submitters.
package struct LoadedRegisters: Sendable {
  package var registers: Registers
  package var lookup: RegisterLookup
  package var submitters: SubmitterTable
  package var sources: [SourceFile]
}

/// Reads `registers/*.csv` (SPEC §2).
///
/// Whatever is broken stops the run with file and line.
package enum RegisterLoader {
  package static func load(inputs: String) throws(LoadError) -> LoadedRegisters {
    var sources: [SourceFile] = []
    func open(
      _ name: String, required: [String], optional: [String]
    ) throws(LoadError)
      -> RegisterFile
    {
      let path = "registers/\(name)"
      let bytes = try readSource(path, inputs: inputs, into: &sources)
      return try RegisterFile(
        SubmissionText(bytes), path: path, required: required, optional: optional)
    }
    let wardFile = try open(
      "wards.csv", required: ["code", "name", "kind"],
      optional: ["valid_from", "valid_to", "aliases"])
    let fieldFile = try open(
      "fields.csv", required: ["code", "name_vi"], optional: ["name_en", "aliases"])
    let organizationFile =
      exists("\(inputs)/registers/organizations.csv")
      ? try open("organizations.csv", required: ["code", "name"], optional: ["aliases"]) : nil

    var lookup = RegisterLookup()
    var wards: [Ward] = []
    for row in wardFile.rows { wards.append(try ward(row, of: wardFile)) }
    try fill(
      &lookup.wards, wards.map(\.spellings), wards.map(\.code), wardFile, limit: 65_535,
      reserved: ["unknown"])
    let fields = fieldFile.rows.map {
      Field(
        code: $0["code"], vietnameseName: $0["name_vi"], englishName: $0["name_en"],
        aliases: aliases($0))
    }
    try requireNames(fieldFile, column: "name_vi")
    try fill(
      &lookup.fields, fields.map(\.spellings), fields.map(\.code), fieldFile, limit: 255,
      reserved: ["total", "through"])
    var organizations: [Organization] = []
    var submitters = SubmitterTable()
    try submitters.add(wards.map(\.spellings), of: wardFile) { .ward($0) }
    if let file = organizationFile {
      organizations = file.rows.map {
        Organization(code: $0["code"], name: $0["name"], aliases: aliases($0))
      }
      try requireNames(file, column: "name")
      try fill(
        &lookup.organizations, organizations.map(\.spellings), organizations.map(\.code), file,
        limit: 65_535)
      try submitters.add(organizations.map(\.spellings), of: file) { .organization($0) }
    }
    return LoadedRegisters(
      registers: Registers(wards: wards, fields: fields, organizations: organizations),
      lookup: lookup, submitters: submitters, sources: sources)
  }

  private static func ward(
    _ row: RegisterFile.Row, of file: RegisterFile
  ) throws(LoadError) -> Ward {
    if row["name"].isEmpty { throw blankName(row, file, column: "name") }
    let kindText = row["kind"]
    let kind = WardKind.allCases.first { MatchKey.of($0.rawValue) == MatchKey.of(kindText) }
    return Ward(
      code: row["code"], name: row["name"], kindText: kindText, kind: kind,
      validFrom: try day(row, "valid_from", of: file),
      validTo: try day(row, "valid_to", of: file), aliases: aliases(row))
  }

  private static func aliases(_ row: RegisterFile.Row) -> [String] {
    row["aliases"].split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func day(
    _ row: RegisterFile.Row, _ column: String, of file: RegisterFile
  ) throws(LoadError) -> CalendarDay? {
    let text = row[column]
    if text.isEmpty { return nil }
    if let day = CalendarDay(written: text) { return day }
    throw .broken(
      BrokenInput(
        file.path, line: row.line,
        "“\(column)” ghi “\(text)”, không phải ngày; hãy ghi dạng 2019-11-01 hoặc để trống",
        "“\(column)” says “\(text)”, which is no day; write it as 2019-11-01 or leave it blank"))
  }

  private static func requireNames(_ file: RegisterFile, column: String) throws(LoadError) {
    if let row = file.rows.first(where: { $0[column].isEmpty }) {
      throw blankName(row, file, column: column)
    }
  }

  private static func blankName(
    _ row: RegisterFile.Row, _ file: RegisterFile, column: String
  ) -> LoadError {
    .broken(
      BrokenInput(
        file.path, line: row.line, "cột “\(column)” để trống; hãy ghi tên",
        "the column “\(column)” is blank; write the name"))
  }

  /// Checks the codes, and enters every spelling; two rows of one match key are broken.
  private static func fill(
    _ table: inout SpellingTable, _ spellings: [[String]], _ codes: [String], _ file: RegisterFile,
    limit: Int, reserved: Set<String> = []
  ) throws(LoadError) {
    var lines: [String: Int] = [:]
    for (index, code) in codes.enumerated() {
      let line = file.rows[index].line
      guard index < limit else {
        throw .broken(
          BrokenInput(
            file.path, line: line,
            "quá \(limit) dòng, nhiều hơn kheo nhận; hãy tách thành nhiều bộ hồ sơ",
            "more than \(limit) rows, which is more than kheo takes; split the workspace"))
      }
      guard !code.isEmpty, code.utf8.allSatisfy(isCodeByte) else {
        throw .broken(
          BrokenInput(
            file.path, line: line,
            "mã “\(code)” trống hoặc có ký tự lạ; chỉ dùng A–Z a–z 0–9 _ -",
            "the code “\(code)” is blank or holds other characters; use A–Z a–z 0–9 _ - only"))
      }
      if reserved.contains(code) {
        throw .broken(
          BrokenInput(
            file.path, line: line,
            "mã “\(code)” được dùng riêng trong figures.csv và kheo.yml; hãy chọn mã khác",
            "the code “\(code)” has a meaning of its own in figures.csv and kheo.yml; choose another"
          ))
      }
      if let first = lines[code] {
        throw .broken(
          BrokenInput(
            file.path, line: line, "mã “\(code)” đã có ở dòng \(first); mỗi mã chỉ dùng một lần",
            "the code “\(code)” is on line \(first) already; use each code once"))
      }
      lines[code] = line
      if let clash = table.add(spellings[index], row: index) {
        let other = file.rows[clash.other].line
        throw .broken(
          BrokenInput(
            file.path, line: line,
            "“\(clash.spelling)” trùng với tên, mã hoặc tên khác ở dòng \(other); hãy sửa một trong hai",
            "“\(clash.spelling)” is also a name, code or alias of line \(other); "
              + "change one of the two"))
      }
    }
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

/// Reads a settings or register file and notes it for the provenance.
func readSource(
  _ path: String, inputs: String, into sources: inout [SourceFile]
) throws(LoadError) -> [UInt8] {
  do {
    let bytes = try readFile(at: "\(inputs)/\(path)")
    sources.append(
      SourceFile(path: path, byteCount: bytes.count, sha256: FileDigest.hexadecimal(of: bytes)))
    return bytes
  } catch {
    throw .file(error)
  }
}
