import Domain
import Loaders
import Testing

/// A workspace whose registers and settings a test may break.
struct RegisterFolder {
  static let wards = "code,name,kind,valid_from,valid_to,aliases\n"
  static let fields = "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\n"
  static let organizations = "code,name,aliases\n"
  static let settings = "period: {from: 2020, to: 2024}\n"

  let folder = Result { try TemporaryFolder() }
  var wards = wards + "01,An Lưu,Phường,,,\n"
  var fields = fields
  var organizations: String?
  var settings = settings

  func load() throws -> LoadedRegisters {
    let folder = try folder.get()
    try folder.write(wards.utf8, to: "registers/wards.csv")
    try folder.write(fields.utf8, to: "registers/fields.csv")
    if let organizations {
      try folder.write(organizations.utf8, to: "registers/organizations.csv")
    }
    return try RegisterLoader.load(inputs: folder.path)
  }

  func loadSettings() throws -> Settings {
    let folder = try folder.get()
    try folder.write(settings.utf8, to: "kheo.yml")
    return try SettingsLoader.load(
      inputs: folder.path,
      fields: [
        Field(code: "KT", vietnameseName: "Kinh tế", englishName: "", aliases: []),
        Field(code: "VHXH", vietnameseName: "Văn hóa", englishName: "", aliases: []),
      ], submitters: try load().submitters
    ).settings
  }
}

/// One way to break a file, and what is said of it in both languages.
struct Breakage: CustomTestStringConvertible {
  var name: String
  var text: String
  var vietnamese: String
  var english: String

  var testDescription: String { name }

  func expectMessages(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let error = try #require(
      throws: LoadError.self, sourceLocation: sourceLocation, performing: body)
    #expect(error.message(in: .vietnamese) == vietnamese, sourceLocation: sourceLocation)
    #expect(error.message(in: .english) == english, sourceLocation: sourceLocation)
  }
}
