import CExpat

/// Runs expat over the bytes of one part.
///
/// Document types are refused, so that entities cannot make a small part large; depth, text and
/// what expat must keep of one unfinished tag or comment are bounded.
@safe
final class XMLScanner {
  /// One value, which a callback touches once: each touch of an object's property is checked.
  private var state: State

  init(part: String, handler: any XMLHandler) throws(SpreadsheetError) {
    state = State(parser: try BoundedParser(part: part), handler: handler)
    let handle = unsafe state.parser.handle
    unsafe XML_SetUserData(handle, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      handle,
      { context, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLScanner.of(context)?.state.start(name, XMLAttributes(list: attributes))
      },
      { context, name in
        guard let name = unsafe name else { return }
        unsafe XMLScanner.of(context)?.state.end(name)
      })
    unsafe XML_SetCharacterDataHandler(handle) { context, bytes, count in
      unsafe XMLScanner.of(context)?.state.add(
        UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe XML_SetStartNamespaceDeclHandler(handle) { context, prefix, _ in
      guard let prefix = unsafe prefix else { return }
      unsafe XMLScanner.of(context)?.state.declare(prefix)
    }
    unsafe XML_SetStartDoctypeDeclHandler(handle) { context, _, _, _, _ in
      unsafe XMLScanner.of(context)?.state.parser.stop(.documentType)
    }
  }

  /// Parses the next piece of the part, or its end when there are no more bytes.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetError) {
    // Held apart, since the callbacks change the state meanwhile.
    let parser = state.parser
    try unsafe parser.feed(bytes, isLast: isLast)
  }

  @unsafe
  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
    unsafe context.map { unsafe Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }
}

// MARK: Callbacks

extension XMLScanner {
  /// Where the scanner stands, and who hears of it.
  @safe
  private struct State {
    let parser: BoundedParser
    private let handler: any XMLHandler
    private let namespaces: XMLNamespaces
    private let leaves: [String]
    private var names = XMLNames()
    private var text: [UInt8] = []
    private var depth = 0
    /// The depth of the foreign element that hides everything in it; 0 outside of any.
    private var foreignDepth = 0
    private var isInLeaf = false

    init(parser: BoundedParser, handler: any XMLHandler) {
      self.parser = parser
      self.handler = handler
      namespaces = XMLNamespaces(handler.vocabulary)
      leaves = handler.leaves
    }

    @unsafe
    mutating func declare(_ prefix: UnsafePointer<CChar>) {
      guard parser.failure == nil, unsafe !names.add(prefix) else { return }
      parser.stop(.invalid("too many names"))
    }

    @unsafe
    mutating func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
      guard parser.failure == nil else { return }
      depth += 1
      guard depth <= BoundedParser.depthLimit else { return parser.stop(.tooDeep) }
      guard !isInLeaf else { return parser.stop(.invalid("an element within a text")) }
      let known = unsafe namespaces.localName(name)
      // `c` and `v` are too many, and too short, to be counted.
      let isShort = known.map { $0.utf8.count <= 2 } ?? false
      guard unsafe isShort || names.add(name), attributes.add(to: &names) else {
        return parser.stop(.invalid("too many names"))
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
        parser.stop(error)
      }
    }

    @unsafe
    mutating func end(_ name: UnsafePointer<CChar>) {
      guard parser.failure == nil else { return }
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
        parser.stop(error)
      }
    }

    @unsafe
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      guard parser.failure == nil, foreignDepth == 0 else { return }
      guard text.count + bytes.count <= BoundedParser.textLimit else {
        return parser.stop(.tooLarge(UInt64(BoundedParser.textLimit)))
      }
      unsafe text.append(contentsOf: bytes)
    }
  }
}
