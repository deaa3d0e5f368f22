import CExpat

/// Runs expat over the bytes of one part.
///
/// Document types are refused, so that entities cannot make a small part large; depth, text and
/// what expat must keep of one unfinished tag or comment are bounded.
@safe
final class XMLScanner {
  private static let depthLimit = 256
  private static let textLimit = 1 << 22
  /// Most bytes of one tag, comment or processing instruction.
  private static let tokenLimit = 8 << 20

  private let part: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let namespaces: XMLNamespaces
  private let leaves: Set<String>
  private var names = XMLNames()
  private var text: [UInt8] = []
  private var depth = 0
  /// The depth of the foreign element that hides everything in it; 0 outside of any.
  private var foreignDepth = 0
  private var isInLeaf = false
  private var fedCount = 0
  private var usedCount = 0
  private var failure: SpreadsheetError?

  init(part: String, handler: any XMLHandler) throws(SpreadsheetError) {
    guard let parser = unsafe XML_ParserCreateNS("UTF-8", XMLVocabulary.separator) else {
      throw .unreadable(part: part, .malformed("memory", line: 0))
    }
    self.part = part
    unsafe self.parser = parser
    self.handler = handler
    namespaces = XMLNamespaces(handler.vocabulary)
    leaves = handler.leaves
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLScanner.of(context)?.start(name, XMLAttributes(list: attributes))
      },
      { context, name in
        guard let name = unsafe name else { return }
        unsafe XMLScanner.of(context)?.end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { context, bytes, count in
      unsafe XMLScanner.of(context)?.add(
        UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe XML_SetStartNamespaceDeclHandler(parser) { context, prefix, _ in
      guard let prefix = unsafe prefix else { return }
      unsafe XMLScanner.of(context)?.declare(prefix)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLScanner.of(context)?.stop(.documentType)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Parses the next piece of the part, or its end when there are no more bytes.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetError) {
    let status = unsafe XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      let line = unsafe Int(XML_GetCurrentLineNumber(parser))
      throw .unreadable(part: part, .malformed(message ?? "?", line: line))
    }
    try checkPending(bytes.count)
  }

  /// Refuses a tag or comment that does not end: expat would keep all of it.
  private func checkPending(_ count: Int) throws(SpreadsheetError) {
    fedCount += count
    usedCount = max(usedCount, unsafe Int(XML_GetCurrentByteIndex(parser)))
    guard fedCount - usedCount <= Self.tokenLimit else {
      throw .unreadable(part: part, .tooLarge(UInt64(Self.tokenLimit)))
    }
  }

  // MARK: Callbacks

  @unsafe
  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
    unsafe context.map { unsafe Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ fault: ReadFault) { stop(.unreadable(part: part, fault)) }

  private func stop(_ error: SpreadsheetError) {
    if failure == nil { failure = error }
    unsafe XML_StopParser(parser, 0)
  }

  @unsafe
  private func declare(_ prefix: UnsafePointer<CChar>) {
    guard failure == nil, unsafe !names.add(prefix) else { return }
    stop(.invalid("too many names"))
  }

  @unsafe
  private func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= Self.depthLimit else { return stop(.tooDeep) }
    guard !isInLeaf else { return stop(.invalid("an element within a text")) }
    let known = unsafe namespaces.localName(name)
    // `c` and `v` are too many, and too short, to be counted.
    let isShort = known.map { $0.utf8.count <= 2 } ?? false
    guard unsafe isShort || names.add(name), attributes.add(to: &names) else {
      return stop(.invalid("too many names"))
    }
    do throws(SpreadsheetError) {
      if foreignDepth > 0 {
        if let known { try handler.hidden(known) }
      } else if let known {
        text.removeAll(keepingCapacity: true)
        isInLeaf = leaves.contains(known)
        try handler.start(known, at: depth, attributes)
      } else {
        foreignDepth = depth
      }
    } catch {
      stop(error)
    }
  }

  @unsafe
  private func end(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    defer { depth -= 1 }
    if foreignDepth > 0 {
      if foreignDepth == depth { foreignDepth = 0 }
      return
    }
    isInLeaf = false
    let content = text.isEmpty ? "" : String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    do throws(SpreadsheetError) {
      guard let known = unsafe namespaces.localName(name) else { return }
      try handler.end(known, at: depth, text: content)
    } catch {
      stop(error)
    }
  }

  @unsafe
  private func add(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, foreignDepth == 0 else { return }
    guard text.count + bytes.count <= Self.textLimit else {
      return stop(.tooLarge(UInt64(Self.textLimit)))
    }
    unsafe text.append(contentsOf: bytes)
  }
}
