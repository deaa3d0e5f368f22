import CExpat

/// What listens to a part of a workbook; names come without their prefix.
protocol XMLHandler: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetError)
  /// `text` is what stood directly before this end tag, since the tag before it.
  func end(_ name: String, text: String) throws(SpreadsheetError)
}

/// The attributes of one element, valid only while its `start` runs.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  @unsafe
  init(list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.list = list }

  /// The value of an attribute by its whole name, such as `r:id`.
  subscript(name: StaticString) -> String? {
    guard var pair = unsafe list else { return nil }
    while let key = unsafe pair.pointee, let value = unsafe pair[1] {
      if unsafe Self.equal(key, name) { return unsafe String(cString: value) }
      unsafe pair += 2
    }
    return nil
  }

  @unsafe
  private static func equal(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count {
      let byte = unsafe UInt8(bitPattern: key[index])
      if unsafe byte == 0 || byte != name.utf8Start[index] { return false }
    }
    return unsafe key[count] == 0
  }
}

/// Runs expat over the bytes of one part.
///
/// Document types are refused, so that entities cannot make a small part large; depth and text are
/// bounded.
@safe
final class XMLScanner {
  private static let depthLimit = 256
  private static let textLimit = 1 << 22

  private let part: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var text: [UInt8] = []
  private var depth = 0
  private var failure: SpreadsheetError?

  init(part: String, handler: any XMLHandler) throws(SpreadsheetError) {
    guard let parser = unsafe XML_ParserCreate("UTF-8") else {
      throw .unreadable(part: part, .malformed("memory", line: 0))
    }
    self.part = part
    unsafe self.parser = parser
    self.handler = handler
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
  private func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= Self.depthLimit else { return stop(.tooDeep) }
    text.removeAll(keepingCapacity: true)
    do throws(SpreadsheetError) {
      try handler.start(unsafe Self.localName(name), attributes)
    } catch {
      stop(error)
    }
  }

  @unsafe
  private func end(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    depth -= 1
    let content = text.isEmpty ? "" : String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    do throws(SpreadsheetError) {
      try handler.end(unsafe Self.localName(name), text: content)
    } catch {
      stop(error)
    }
  }

  @unsafe
  private func add(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    guard text.count + bytes.count <= Self.textLimit else {
      return stop(.tooLarge(UInt64(Self.textLimit)))
    }
    unsafe text.append(contentsOf: bytes)
  }

  @unsafe
  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }
}
