import Domain
import Files

@testable import Audit

/// A release of seven small files, sealed by hand.
struct SmallRelease {
  static let names: Set<String> = [
    "figures.csv", "findings.csv", "manifest-sha256.txt", "provenance.json", "report.xlsx",
    "submissions.csv", "summary.txt",
  ]

  static let findings =
    "\u{FEFF}severity,rule,path,line,record,column,value,message,see\r\n"
    + "error,missing-value,submissions/2024-Q3/an-luu.csv,4,3,Năm,'-,\"thiếu \"\"Năm\"\"\",\r\n"
    + "warning,unread-file,submissions/a.txt,,,,,không đọc,\r\n"

  static let submissions =
    "\u{FEFF}path,period,submitter,state,bytes,sha256,encoding,delimiter,header,blank,title,"
    + "numbering,total,footer,data,counted,carried-over,duplicate,rejected,out-of-period\r\n"
    + "submissions/2024-Q3/an-luu.csv,2024-Q3,10675,read,120,\(hash("c")),utf-8-bom,;,"
    + "1,0,2,0,1,0,9,5,2,1,1,0\r\n"
    + "submissions/2024-Q4/an-luu.csv,2024-Q4,10675,not due,,,,,0,0,0,0,0,0,0,0,0,0,0,0\r\n"

  static let provenance = """
    {
      "arguments" : { "language" : "vi" },
      "cutoff" : "2024-Q3",
      "generator" : "kheo",
      "period" : { "from" : 2020, "to" : 2024 },
      "records" : { "counted" : 5, "read" : 9 },
      "schema" : 1,
      "sources" : [
        { "bytes" : 10, "path" : "kheo.yml", "sha256" : "\(hash("a"))" },
        { "bytes" : 20, "path" : "registers/wards.csv", "sha256" : "\(hash("b"))" }
      ],
      "submissions" : [
        { "bytes" : 120, "path" : "submissions/2024-Q3/an-luu.csv", "period" : "2024-Q3",
          "sha256" : "\(hash("c"))", "state" : "read", "submitter" : "10675" },
        { "path" : "submissions/2024-Q4/an-luu.csv", "period" : "2024-Q4", "state" : "not due",
          "submitter" : "10675" }
      ],
      "version" : "1.0.0"
    }

    """

  /// By name, the manifest left out.
  var files: [String: [UInt8]] = [
    "figures.csv": Array("figure,value\nregistered,42\n".utf8),
    "findings.csv": Array(findings.utf8),
    "provenance.json": Array(provenance.utf8),
    "report.xlsx": Array("PK\u{3}\u{4}".utf8) + [0, 255, 128],
    "submissions.csv": Array(submissions.utf8),
    "summary.txt": Array("Tổng số: 42\n".utf8),
  ]

  var manifest: [UInt8] {
    files.keys.sorted().flatMap { name in
      Array("\(FileDigest.hexadecimal(of: files[name, default: []]))  \(name)\n".utf8)
    }
  }

  func write(to folder: TemporaryFolder) throws {
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    try folder.write(manifest, to: "manifest-sha256.txt")
  }
}

/// 64 times one hexadecimal digit.
func hash(_ digit: Character) -> String { String(repeating: digit, count: 64) }

extension LedgerCheck {
  /// Whether everything is as the ledger says.
  var isPassed: Bool { !remarks.contains(where: \.isFault) }
}

extension ReleaseTables {
  /// All lines of a `findings.csv`.
  static func findings(_ bytes: [UInt8]) throws(TableError) -> [FindingRow] {
    var rows: [FindingRow] = []
    try eachFinding(in: bytes) { rows.append($0) }
    return rows
  }
}
