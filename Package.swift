// swift-tools-version: 6.2
import PackageDescription

/// One strictness for every target; see CONTRIBUTING.md.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "kheo",
  products: [.executable(name: "kheo", targets: ["kheo"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The command: arguments in, exit status out.
    .executableTarget(
      name: "kheo",
      dependencies: [
        "Consolidation", "Domain", "Files", "CPlatform", "Validation", "Vietnamese", "Audit",
        "Writers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // The order of the stages: the first place to read.
    .target(
      name: "Consolidation",
      dependencies: [
        "Domain", "Vietnamese", "Files", "Workers", "Loaders", "Validation", "Aggregation",
        "Writers", "Spreadsheet", "Audit", "SQLRecount",
      ],
      swiftSettings: strict),
    // 1 LOAD: folders, registers, settings, encodings, header map, records to typed values.
    .target(
      name: "Loaders",
      dependencies: [
        "Domain", "Vietnamese", "CSVParsing", "Encodings", "Files", "Workers", "Spreadsheet",
        "Yams",
      ],
      swiftSettings: strict),
    // 2 VALIDATE: one rule, one file, one permanent id.
    .target(name: "Validation", dependencies: ["Domain", "Vietnamese"], swiftSettings: strict),
    // 3 AGGREGATE: identities and dispositions, figures, trends.
    .target(
      name: "Aggregation", dependencies: ["Domain", "Vietnamese", "CKernels"],
      swiftSettings: strict),
    // 4 WRITE: one layout, many formats; whole or absent.
    .target(
      name: "Writers",
      dependencies: ["Domain", "Vietnamese", "Spreadsheet", "Files", "Workers"],
      swiftSettings: strict),
    // Releases rechecked: seal, ledger, comparisons; what makes up a figure.
    .target(
      name: "Audit", dependencies: ["Domain", "Vietnamese", "CSVParsing", "Files"],
      swiftSettings: strict),
    // SQLite through GRDB: a second opinion, and the database that anybody may query.
    .target(
      name: "SQLRecount",
      dependencies: [
        "Domain", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict + [.strictMemorySafety()]),
    // Bytes to records; knows no wards.
    .target(name: "CSVParsing", dependencies: ["CKernels"], swiftSettings: strict),
    // The innermost loops in C; CSVParsing and Aggregation have their definitions.
    .target(name: "CKernels"),
    // Old encodings: their tables, and the evidence for them.
    .target(name: "Encodings", dependencies: ["Domain", "Vietnamese"], swiftSettings: strict),
    // The words of the trade, as pure values.
    .target(name: "Domain", swiftSettings: strict),
    // Keys, numbers and dates, text width.
    .target(name: "Vietnamese", swiftSettings: strict),
    // The operating system made safe: reading whole files, writing them for good, locks.
    .target(
      name: "Files",
      dependencies: ["CPlatform", "Domain", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    // The same for many things, on several threads, with one outcome.
    .target(name: "Workers", swiftSettings: strict),
    // libxlsxwriter made safe, and our reader of what it wrote.
    .target(
      name: "Spreadsheet", dependencies: ["Workers", "CXLSXWriter", "CZip", "CExpat"],
      swiftSettings: strict + [.strictMemorySafety()]),
    // System libraries.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CPlatform"),

    // One target of tests a stage, and the chances that they share.
    .target(
      name: "TestSupport", dependencies: ["Domain"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "VietnameseTests", dependencies: ["Vietnamese", "TestSupport"],
      exclude: ["NearDuplicates"], swiftSettings: strict),
    .testTarget(
      name: "CSVParsingTests", dependencies: ["CSVParsing", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WorkersTests", dependencies: ["Workers"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files", "Domain"], swiftSettings: strict),
    .testTarget(
      name: "EncodingsTests", dependencies: ["Encodings", "Domain", "Vietnamese", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LoadersTests",
      dependencies: [
        "Loaders", "CSVParsing", "Domain", "Encodings", "Files", "Vietnamese", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ValidationTests", dependencies: ["Domain", "Loaders", "Validation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AggregationTests",
      dependencies: ["Domain", "Aggregation", "Vietnamese", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditTests", dependencies: ["Audit", "Domain", "Files", "Vietnamese", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLRecountTests", dependencies: ["SQLRecount", "Domain", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["Spreadsheet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WritersTests",
      dependencies: ["Writers", "Spreadsheet", "Domain", "Vietnamese", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsolidationTests",
      dependencies: [
        "Domain", "Vietnamese", "Files", "Loaders", "Audit", "Spreadsheet", "Writers",
        "Consolidation", "SQLRecount", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "KheoTests",
      dependencies: ["kheo", "Domain", "Spreadsheet", "TestSupport", "Vietnamese"],
      swiftSettings: strict),
  ]
)
