import CExpat
import Glibc

/// What listens to the elements of a sheet or of the shared texts.
///
/// Both are one long list of items, rows or texts, most of them in the same plain form. A listener
/// that is shown them where expat stands between two items may take those that it fully
/// understands; all others come to it as elements.
protocol ElementListener: AnyObject {
  /// The element that is the list; the one that is an item, how deep that stands, and its end tag
  /// when it has no prefix.
  var list: SheetElement { get }
  var item: SheetElement { get }
  var itemDepth: Int { get }
  var itemEnd: StaticString { get }
  /// Takes the plain items with which `bytes` begin; says how many bytes they are.
  func takePlainItems(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) -> Int
  /// `depth` is 1 for the outermost element; says whether the text of the element counts, which
  /// can then hold no other element.
  func start(
    _ element: SheetElement, at depth: Int, _ attributes: XMLAttributes
  ) throws(SpreadsheetError) -> Bool
  /// `text` is that of an element whose text counts, and else empty; it is valid only here.
  func end(
    _ element: SheetElement, at depth: Int, text: [UInt8]
  ) throws(SpreadsheetError)
}

/// Runs expat over the bytes of one part, as `XMLScanner` does and within the same limits, but
/// without a `String` for each name and text.
///
/// Submissions have millions of cells. Elements of other namespaces are skipped with everything
/// in them.
///
/// How it works. Bytes go to expat up to the end tag of an item. When expat then says that an item
/// of the right kind ended just there, it stands in the list, between items, and the listener may
/// take plain items from the bytes that follow; expat never sees these, and need not, since a
/// whole item leaves it in the state in which it was. At the first byte that is not understood,
/// expat goes on. An item that declares namespaces ends this for good: after it, names without a
/// prefix could mean something else.
@safe
final class ElementScanner {
  private let parser: BoundedParser
  private let listener: any ElementListener
  private let namespaces = XMLNamespaces(.spreadsheet)
  private var names = XMLNames()
  private var text: [UInt8] = []
  private var depth = 0
  /// The depth of the foreign element that hides everything in it; 0 outside of any.
  private var foreignDepth = 0
  private var isInText = false
  /// Bytes that neither expat nor the listener has taken.
  private var pending: [UInt8] = []
  /// Where in what expat has seen the last item ended.
  private var itemEnd = -1
  private var isInList = false
  /// Whether expat stands between two items.
  private var isBetweenItems = false
  private var allowsPlainItems = true

  /// Most bytes that are kept for the sake of an item that has not ended.
  private static let pendingLimit = 1 << 20

  init(part: String, listener: any ElementListener) throws(SpreadsheetError) {
    parser = try BoundedParser(part: part)
    let handle = unsafe parser.handle
    self.listener = listener
    unsafe XML_SetUserData(handle, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      handle,
      { context, name, attributes in
        guard let context = unsafe context, let name = unsafe name else { return }
        unsafe ElementScanner.of(context).start(name, XMLAttributes(list: attributes))
      },
      { context, name in
        guard let context = unsafe context, let name = unsafe name else { return }
        unsafe ElementScanner.of(context).end(name)
      })
    unsafe XML_SetCharacterDataHandler(handle) { context, bytes, count in
      guard let context = unsafe context else { return }
      unsafe ElementScanner.of(context).add(
        UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe XML_SetStartNamespaceDeclHandler(handle) { context, prefix, _ in
      guard let context = unsafe context else { return }
      unsafe ElementScanner.of(context).declare(prefix)
    }
    unsafe XML_SetStartDoctypeDeclHandler(handle) { context, _, _, _, _ in
      guard let context = unsafe context else { return }
      unsafe ElementScanner.of(context).parser.stop(.documentType)
    }
  }

  /// Parses the next piece of the part, or its end when there are no more bytes.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetError) {
    unsafe pending.append(contentsOf: bytes)
    let all = pending
    pending = []
    let taken = try unsafe all.withUnsafeBytes { bytes in
      Result { () throws(SpreadsheetError) in try unsafe take(bytes, isLast: isLast) }
    }.get()
    pending = all
    pending.removeFirst(taken)
  }

  /// Takes what can be taken; says how many bytes that is.
  private func take(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) throws(SpreadsheetError) -> Int {
    var position = 0
    while true {
      if isBetweenItems {
        position += try unsafe listener.takePlainItems(
          UnsafeRawBufferPointer(rebasing: bytes[position...]))
      }
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
      if let end = unsafe nextItemEnd(in: rest) {
        try unsafe parser.feed(UnsafeRawBufferPointer(rebasing: rest[..<end]), isLast: false)
        isBetweenItems = allowsPlainItems && itemEnd == parser.fedCount
        position += end
      } else if isLast || !allowsPlainItems || rest.count > Self.pendingLimit {
        try unsafe parser.feed(rest, isLast: isLast)
        isBetweenItems = false
        return bytes.count
      } else {
        return position
      }
    }
  }

  /// Where the first end tag of an item ends, if it matters.
  @unsafe
  private func nextItemEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard allowsPlainItems else { return nil }
    let tag = listener.itemEnd
    let length = tag.utf8CodeUnitCount
    guard let base = bytes.baseAddress else { return nil }
    var position = 0
    while bytes.count - position >= length,
      let found = unsafe memchr(base + position, Int32(UInt8(ascii: "<")), bytes.count - position)
    {
      position = unsafe UnsafeRawPointer(found) - base
      guard bytes.count - position >= length else { return nil }
      if unsafe memcmp(base + position, tag.utf8Start, length) == 0 { return position + length }
      position += 1
    }
    return nil
  }

  // MARK: Callbacks

  @unsafe
  private static func of(_ context: UnsafeMutableRawPointer) -> ElementScanner {
    unsafe Unmanaged<ElementScanner>.fromOpaque(context).takeUnretainedValue()
  }

  @unsafe
  private func declare(_ prefix: UnsafePointer<CChar>?) {
    guard parser.failure == nil else { return }
    if depth >= listener.itemDepth - 1 { allowsPlainItems = false }
    if let prefix = unsafe prefix, unsafe !names.add(prefix) {
      parser.stop(.invalid("too many names"))
    }
  }

  @unsafe
  private func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard parser.failure == nil else { return }
    depth += 1
    guard depth <= BoundedParser.depthLimit else { return parser.stop(.tooDeep) }
    guard !isInText else { return parser.stop(.invalid("an element within a text")) }
    let local = unsafe namespaces.localPart(of: name)
    let element = unsafe local.map { unsafe SheetElement($0) } ?? .other
    guard unsafe element != .other || names.add(name), attributes.add(to: &names) else {
      return parser.stop(.invalid("too many names"))
    }
    if foreignDepth > 0 { return }
    guard unsafe local != nil else {
      foreignDepth = depth
      return
    }
    if depth == listener.itemDepth - 1 { isInList = element == listener.list }
    do throws(SpreadsheetError) {
      isInText = try listener.start(element, at: depth, attributes)
    } catch {
      parser.stop(error)
    }
  }

  @unsafe
  private func end(_ name: UnsafePointer<CChar>) {
    guard parser.failure == nil else { return }
    defer { depth -= 1 }
    if foreignDepth > 0 {
      if foreignDepth == depth { foreignDepth = 0 }
      return
    }
    guard let local = unsafe namespaces.localPart(of: name) else { return }
    let element = unsafe SheetElement(local)
    if isInList, element == listener.item, depth == listener.itemDepth {
      itemEnd =
        unsafe Int(XML_GetCurrentByteIndex(parser.handle))
        + Int(XML_GetCurrentByteCount(parser.handle))
    }
    do throws(SpreadsheetError) {
      try listener.end(element, at: depth, text: text)
    } catch {
      parser.stop(error)
    }
    if isInText {
      isInText = false
      text.removeAll(keepingCapacity: true)
    }
  }

  @unsafe
  private func add(_ bytes: UnsafeRawBufferPointer) {
    guard isInText, parser.failure == nil, foreignDepth == 0 else { return }
    guard text.count + bytes.count <= BoundedParser.textLimit else {
      return parser.stop(.tooLarge(UInt64(BoundedParser.textLimit)))
    }
    unsafe text.append(contentsOf: bytes)
  }
}
