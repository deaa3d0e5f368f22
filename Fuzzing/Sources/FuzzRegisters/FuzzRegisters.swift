import Domain
import FuzzSupport
import Loaders

/// Any bytes are a register: it loads and names nothing twice, or a message says why not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRegisters(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let chosen = input.choice(of: sound.count)
  for (index, register) in sound.enumerated() {
    folder.save(
      index == chosen ? input.content : Array(register.text.utf8), as: "registers/\(register.name)")
  }
  do throws(LoadError) {
    check(try RegisterLoader.load(inputs: folder.path))
  } catch {
    for language in Language.allCases {
      require(!error.message(in: language).isEmpty, "an error has a message")
    }
  }
  return 0
}

private let folder = ScratchFolder("registers")

private let sound = [
  (name: "wards.csv", text: "code,name,kind\n01,An Lưu,Phường\n"),
  (name: "fields.csv", text: "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\n"),
  (name: "organizations.csv", text: "code,name\nHPN,Hội Phụ nữ\n"),
]

private func check(_ loaded: LoadedRegisters) {
  let registers = loaded.registers
  for codes in [
    registers.wards.map(\.code), registers.fields.map(\.code), registers.organizations.map(\.code),
  ] {
    require(codes.allSatisfy { !$0.isEmpty }, "every row has a code")
    require(Set(codes).count == codes.count, "no code stands twice")
  }
  for ward in registers.wards {
    require(!ward.name.isEmpty, "every ward has a name")
    _ = FigureMeaning("registered.ward=\(ward.code)", registers: registers)
  }
}
