import CExpat

/// One run of expat over a part, which may not take more than stated limits.
///
/// What expat must keep of one unfinished tag or comment is bounded here; depth and text by those
/// who listen, who see them.
@safe
final class BoundedParser {
  /// Most elements within each other.
  static let depthLimit = 256
  /// Most bytes of one text.
  static let textLimit = 1 << 22
  /// Most bytes of one tag, comment or processing instruction.
  private static let tokenLimit = 8 << 20

  let handle: XML_Parser
  let part: String
  /// How many bytes it has been given.
  private(set) var fedCount = 0
  private var usedCount = 0
  private(set) var failure: SpreadsheetError?

  init(part: String) throws(SpreadsheetError) {
    guard let handle = unsafe XML_ParserCreateNS("UTF-8", XMLVocabulary.separator) else {
      throw .unreadable(part: part, .malformed("memory", line: 0))
    }
    unsafe self.handle = handle
    self.part = part
  }

  deinit { unsafe XML_ParserFree(handle) }

  /// Parses the next piece of the part, or its end when there are no more bytes; throws what a listener
  /// stopped for.
  func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetError) {
    let status = unsafe XML_Parse(
      handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let message = unsafe XML_ErrorString(XML_GetErrorCode(handle)).map {
        unsafe String(cString: $0)
      }
      let line = unsafe Int(XML_GetCurrentLineNumber(handle))
      throw .unreadable(part: part, .malformed(message ?? "?", line: line))
    }
    fedCount += bytes.count
    // Refuses a tag or comment that does not end: expat would keep all of it.
    usedCount = max(usedCount, unsafe Int(XML_GetCurrentByteIndex(handle)))
    guard fedCount - usedCount <= Self.tokenLimit else {
      throw .unreadable(part: part, .tooLarge(UInt64(Self.tokenLimit)))
    }
  }

  /// Has `feed` throw; for listeners.
  func stop(_ fault: ReadFault) { stop(.unreadable(part: part, fault)) }

  func stop(_ error: SpreadsheetError) {
    if failure == nil { failure = error }
    unsafe XML_StopParser(handle, 0)
  }
}
