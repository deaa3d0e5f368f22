import Domain
import FuzzSupport

@testable import Loaders

/// Any bytes are a `decisions.csv`: they give decisions that say everything, or a message says why
/// not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecisions(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  folder.save(headers[input.choice(of: headers.count)] + input.content, as: Decision.path)
  let first = load()
  let second = load()
  switch (first, second) {
  case (.success(let loaded), .success(let again)):
    check(loaded.decisions)
    require(loaded.decisions == again.decisions, "the same file gives the same decisions")
    require(loaded.sources == again.sources, "and has the same digest")
  case (.failure(let error), .failure(let again)):
    for language in Language.allCases {
      require(!error.message(in: language).isEmpty, "an error has a message")
      require(error.message(in: language) == again.message(in: language), "and always the same")
    }
  default: require(false, "the same file is always read, or never")
  }
  return 0
}

private let folder = ScratchFolder()

/// The content with and without a header before it.
private let headers: [[UInt8]] = [
  [], Array("first,second,decision,reason,who,date,ward\n".utf8),
  Array("Thứ nhất;Thứ hai;Quyết định;Lý do;Người quyết định;Ngày;Đơn vị\n".utf8),
]

private let lookup: RegisterLookup = {
  var lookup = RegisterLookup()
  let ward = Ward(code: "01", name: "An Lưu", kindText: "Phường", kind: .urbanWard)
  _ = lookup.wards.add(ward.spellings, row: 0)
  return lookup
}()

private func load() -> Result<LoadedDecisions, LoadError> {
  do {
    return .success(try DecisionLoader.load(inputs: folder.path, lookup: lookup))
  } catch {
    return .failure(error)
  }
}

private func check(_ decisions: [Decision]) {
  for decision in decisions {
    for text in [decision.reason, decision.who, decision.first.text, decision.second.text] {
      require(!text.isEmpty, "a decision says everything")
    }
    require(CalendarDay(written: decision.date) != nil, "a decision has a day")
    require(decision.ward == nil || decision.ward == 0, "a ward is one of the register")
    if case (.name, .name) = (decision.first, decision.second) {
      require(decision.ward != nil, "two names are those of a ward")
    }
  }
  let lines = decisions.map(\.line)
  require(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "decisions are in order")
}
