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

private let folder = ScratchFolder("registers")

/// Read from files, since only so submitters are entered.
private let registers: LoadedRegisters? = {
  let texts = [
    "wards": "code,name,kind\n01,An Lưu,Phường\n",
    "fields": "code,name_vi,name_en\nKT,Kinh tế,Economy\nQPAN,Quốc phòng - an ninh,\n",
    "organizations": "code,name\nHPN,Hội Phụ nữ\n",
  ]
  for (name, text) in texts { folder.save(Array(text.utf8), as: "registers/\(name).csv") }
  return try? RegisterLoader.load(inputs: folder.path)
}()

private func load() -> Result<Settings, LoadError> {
  require(registers != nil, "the registers are sound")
  do throws(LoadError) {
    let settings = try SettingsLoader.load(
      inputs: folder.path, fields: registers?.registers.fields ?? [],
      submitters: registers?.submitters ?? SubmitterTable())
    return .success(settings.settings)
  } catch {
    return .failure(error)
  }
}
