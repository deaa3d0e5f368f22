// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since libFuzzer brings its own `main`; `make fuzz` builds and runs it.
//
// It compiles kheo's modules itself (`Kheo` is a link to `../Sources`): every one of them must be
// strict, and their `package` declarations be within reach.

/// The settings of kheo itself.
///
/// Sanitizers come from the command line, so that packages that we depend on have them, too.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A module of kheo, with what the claims need of its insides.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Kheo/\(name)",
    swiftSettings: strict + [.unsafeFlags(["-enable-testing"])])
}

/// A fuzz target: one `LLVMFuzzerTestOneInput`, and no `main`.
func fuzz(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "Fuzz\(name)", dependencies: ["FuzzSupport"] + dependencies,
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "Fuzzing",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    fuzz("Records", ["CSVParsing"]),
    fuzz("Submission", ["Loaders", "Domain", "TestSupport"]),
    fuzz("Encoding", ["Loaders", "Encodings", "Domain", "TestSupport"]),
    fuzz("Words", ["Vietnamese", "Domain", "Audit"]),
    fuzz("Workbook", ["Spreadsheet", "TestSupport"]),
    fuzz("Sheet", ["Spreadsheet"]),
    fuzz("Settings", ["Loaders", "Domain"]),
    fuzz("Registers", ["Loaders", "Domain"]),
    fuzz("Decisions", ["Loaders", "Domain"]),
    fuzz("Release", ["Audit", "Domain"]),
    // What must hold, and what the fuzzer made up.
    .target(name: "FuzzSupport", swiftSettings: strict),

    // kheo, as ../Package.swift has it.
    module("Domain"),
    module("Vietnamese"),
    module("CSVParsing", ["CKernels"]),
    module("Encodings", ["Domain", "Vietnamese"]),
    module(
      "Files", ["CPlatform", "Domain", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "Loaders",
      [
        "Domain", "Vietnamese", "CSVParsing", "Encodings", "Files", "Workers", "Spreadsheet",
        "Yams",
      ]),
    module("Audit", ["Domain", "Vietnamese", "CSVParsing", "Files"]),
    module("Workers"),
    module("Spreadsheet", ["Workers", "CXLSXWriter", "CZip", "CExpat"]),
    .target(name: "CKernels", path: "Kheo/CKernels"),
    .target(name: "CPlatform", path: "Kheo/CPlatform"),
    .systemLibrary(name: "CXLSXWriter", path: "Kheo/CXLSXWriter", pkgConfig: "xlsxwriter"),
    .systemLibrary(name: "CZip", path: "Kheo/CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CExpat", path: "Kheo/CExpat", pkgConfig: "expat"),
    .target(
      name: "TestSupport", dependencies: ["Domain"], path: "TestSupport", swiftSettings: strict),
  ]
)
