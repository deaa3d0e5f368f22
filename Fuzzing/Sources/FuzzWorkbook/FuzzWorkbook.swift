import FuzzSupport
import Spreadsheet

/// Any bytes are a workbook, or one of its parts: it is read, or refused with a reason.
///
/// `0` to `5` put the content into a sound workbook in the place of a part, so that neither
/// checksums nor inflating keep the fuzzer from the readers of XML; `6` takes it for the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedBytes(bytes, count)
  let choice = input.choice(of: SoundWorkbook.parts.count + 1)
  folder.save(
    choice < SoundWorkbook.parts.count
      ? SoundWorkbook.bytes(with: input.content, asPart: choice) : input.content,
    as: "a.xlsx")
  let result = read()
  require(result == read(), "the same file gives the same workbook")
  if case .success(let workbook) = result {
    for sheet in workbook.sheets { check(sheet, of: workbook) }
  }
  return 0
}

private let folder = ScratchFolder()

/// Small enough that what takes up to the limits is still quick.
private let limits: ArchiveLimits = {
  var limits = ArchiveLimits()
  limits.cellCount = 10_000
  limits.textSize = 1 << 20
  return limits
}()

private func read() -> Result<ReadWorkbook, SpreadsheetError> {
  do {
    return .success(
      try WorkbookReader.readWhole(folder.file("a.xlsx"), limits: limits, threads: 1))
  } catch {
    return .failure(error)
  }
}

private func check(_ sheet: ReadSheet, of workbook: ReadWorkbook) {
  for (left, right) in zip(sheet.cells, sheet.cells.dropFirst()) {
    require(left.address < right.address, "cells are in order, each once")
  }
  for cell in sheet.cells {
    require(sheet[cell.address] == cell, "a cell is found at its address")
    _ = workbook.formatCode(of: cell)
  }
}
