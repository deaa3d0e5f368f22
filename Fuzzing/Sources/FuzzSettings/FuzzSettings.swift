import Domain
import FuzzSupport
import Loaders

/// Any bytes are a `kheo.yml`: they give settings that can be used, or a message says why not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSettings(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  folder.save(input.content, as: SettingsLoader.path)
  let first = load()
  require(first == load(), "the same file gives the same settings")
  switch first {
  case .success(let settings):
    require(settings.years.lowerBound >= 1, "years are years")
    _ = HeaderRecognition(added: settings.columnSpellings)
  case .failure(let error):
    for language in Language.allCases {
      require(!error.message(in: language).isEmpty, "an error has a message")
    }
  }
  return 0
}

private let folder = ScratchFolder()

private let fields = [
  Field(code: "KT", vietnameseName: "Kinh tế", englishName: "Economy", aliases: []),
  Field(code: "QPAN", vietnameseName: "Quốc phòng - an ninh", englishName: "", aliases: []),
]

private func load() -> Result<Settings, LoadError> {
  do {
    return .success(try SettingsLoader.load(inputs: folder.path, fields: fields).settings)
  } catch {
    return .failure(error)
  }
}
