/// Makes the keys of SPEC §5 from the UTF-8 of a cell, into buffers that are used again.
///
/// Ten million names pass through here. The fast path looks each scalar up in `KeyTable`; one
/// scalar that is not there sends the whole text through the exact path, which is the definition.
package struct KeyMaker {
  /// The match key last made, as scalars; words are separated by one space.
  package private(set) var match: [UInt32] = []
  /// Whether the text last given has a scalar that `KeyTable` does not know.
  package private(set) var isExact = false
  private let table = KeyTable.shared

  package init() {}

  /// Makes the match key of `bytes`, which must be well-formed UTF-8.
  package mutating func makeMatchKey(of bytes: UnsafeBufferPointer<UInt8>) {
    match.removeAll(keepingCapacity: true)
    isExact = !makeFast(bytes)
    if isExact {
      match.removeAll(keepingCapacity: true)
      MatchKey.appendExact(String(decoding: bytes, as: UTF8.self), to: &match)
    }
  }

  /// Makes the match key of a text.
  package mutating func makeMatchKey(of text: String) {
    var text = text
    text.withUTF8 { makeMatchKey(of: $0) }
  }

  /// The match key last made as a text.
  package var matchText: String { text(match[...]) }

  private mutating func makeFast(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // No text has more scalars than bytes.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count + 1) { buffer in
      guard let count = makeFast(bytes, in: buffer) else { return false }
      match.append(contentsOf: buffer[..<count])
      return true
    }
  }

  /// Writes the match key; how long it is, or nothing if a scalar is not known.
  private func makeFast(
    _ bytes: UnsafeBufferPointer<UInt8>, in key: UnsafeMutableBufferPointer<UInt32>
  ) -> Int? {
    var position = MatchKey.numberingLength(bytes)
    let end = bytes.count
    var count = 0
    var wordStart = 0
    func moveTone() {
      var word = key[wordStart..<count]
      MatchKey.moveTone(in: &word)
    }
    while position < end {
      let lead = bytes[position]
      let scalar: Int
      if lead < 0x80 {
        scalar = Int(lead)
        position += 1
      } else if lead < 0xE0, position + 1 < end {
        scalar = Int(lead & 0x1F) << 6 | Int(bytes[position + 1] & 0x3F)
        position += 2
      } else if lead < 0xF0, position + 2 < end {
        scalar =
          Int(lead & 0x0F) << 12 | Int(bytes[position + 1] & 0x3F) << 6
          | Int(bytes[position + 2] & 0x3F)
        position += 3
      } else {
        return nil
      }
      guard scalar < KeyTable.limit else { return nil }
      let lowered = table.lowered[scalar]
      if lowered == KeyTable.unknown { return nil }
      if lowered != KeyTable.space {
        key.initializeElement(at: count, to: UInt32(lowered))
        count += 1
      } else if count > wordStart {
        moveTone()
        key.initializeElement(at: count, to: 0x20)
        count += 1
        wordStart = count
      }
    }
    if count > wordStart {
      moveTone()
    } else if count > 0 {
      count -= 1
    }
    return count
  }

  // MARK: Keys that are parts of the match key

  /// The name key: the match key last made without the words that any model's name may begin
  /// with.
  package var nameKey: ArraySlice<UInt32> {
    var rest = match[...]
    var removedAny = false
    while let next = MatchKey.dropping(MatchKey.nameLeads, from: rest) {
      rest = next
      removedAny = true
    }
    return removedAny ? MatchKey.dropping(MatchKey.about, from: rest) ?? rest : rest
  }

  /// The hamlet key: the match key last made without “thôn”, “khu dân cư” and their like.
  package var hamletKey: ArraySlice<UInt32> {
    var rest = match[...]
    while let next = MatchKey.dropping(MatchKey.hamletLeads, from: rest) { rest = next }
    return rest
  }

  /// The loose key of a name key: without diacritics, `y` as `i`, without spaces.
  package func looseKey(of nameKey: ArraySlice<UInt32>, into loose: inout [UInt32]) {
    loose.removeAll(keepingCapacity: true)
    appendLooseKey(of: nameKey, to: &loose)
  }

  /// Adds the loose key of a part of a name key.
  func appendLooseKey(of part: ArraySlice<UInt32>, to loose: inout [UInt32]) {
    for scalar in part where scalar != 0x20 {
      if scalar < KeyTable.limit, table.loose[Int(scalar)] != 0 {
        loose.append(UInt32(table.loose[Int(scalar)]))
      } else {
        appendLooseExactly(scalar, to: &loose)
      }
    }
  }

  private func appendLooseExactly(_ value: UInt32, to loose: inout [UInt32]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for part in String(scalar).withoutDiacritics.unicodeScalars {
      loose.append(part == "y" ? 0x69 : part.value)
    }
  }

  package func text(_ key: ArraySlice<UInt32>) -> String {
    var text = ""
    for value in key {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

/// The match key of SPEC §5, exactly and for any text.
package enum MatchKey {
  /// The match key of a text.
  package static func of(_ text: String) -> String {
    var maker = KeyMaker()
    maker.makeMatchKey(of: text)
    return maker.matchText
  }

  /// Whether two match keys are within one insertion, deletion or substitution of a scalar.
  package static func isWithinOneEdit(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    let isSubstitution = short.count == long.count
    if isSubstitution, start == short.count { return true }
    return short[(isSubstitution ? start + 1 : start)...] == long[(start + 1)...]
  }

  /// NFC; lower case; no leading number; no format characters; words of letters, marks and digits;
  /// tones on the second vowel.
  ///
  /// Each step is a sentence of SPEC §5.
  static func appendExact(_ text: String, to key: inout [UInt32]) {
    var lowered = text.composed.lowercased()
    let numbering = lowered.withUTF8 { numberingLength($0) }
    var kept = ""
    for scalar in String(lowered.utf8.dropFirst(numbering))?.unicodeScalars
      ?? lowered.unicodeScalars
    where scalar.properties.generalCategory != .format {
      kept.unicodeScalars.append(scalar)
    }
    var wordStart = key.count
    for scalar in kept.composed.unicodeScalars {
      if scalar.isKeptInKeys {
        key.append(scalar.value)
      } else if key.count > wordStart {
        moveTone(in: &key[wordStart...])
        key.append(0x20)
        wordStart = key.count
      }
    }
    endWords(of: &key, wordStart: wordStart)
  }

  /// Length in bytes of a leading `[0-9]{1,3}[.)]` that white space follows, the white space
  /// left in; 0 for none.
  static func numberingLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var digits = 0
    while digits < min(4, bytes.count), (0x30...0x39).contains(bytes[digits]) { digits += 1 }
    guard (1...3).contains(digits), digits + 1 < bytes.count,
      bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")")
    else { return 0 }
    let next = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[(digits + 1)..<min(digits + 5, bytes.count)]),
      as: UTF8.self
    ).unicodeScalars.first
    return next?.isTrimmed == true ? digits + 1 : 0
  }

  /// Ends the last word, or takes the space back that waited for one.
  static func endWords(of key: inout [UInt32], wordStart: Int) {
    if key.count > wordStart {
      moveTone(in: &key[wordStart...])
    } else if key.last == 0x20 {
      key.removeLast()
    }
  }

  /// `hòa` to `hoà`, `thủy` to `thuỷ`: in an open `oa`, `oe`, `uy` the tone goes to the second.
  static func moveTone(in word: inout some MutableCollection<UInt32> & BidirectionalCollection) {
    guard word.count >= 2 else { return }
    let last = word.index(before: word.endIndex)
    let place = word.index(before: last)
    let second = word[last]
    guard second == 0x61 || second == 0x65 || second == 0x79 else { return }
    let vowels = second == 0x79 ? tonedU : tonedO
    guard let tone = vowels.firstIndex(of: word[place]) else { return }
    word[place] = second == 0x79 ? 0x75 : 0x6F
    switch second {
    case 0x61: word[last] = tonedA[tone]
    case 0x65: word[last] = tonedE[tone]
    default: word[last] = tonedY[tone]
    }
  }

  private static let tonedO = scalars("òóỏõọ")
  private static let tonedU = scalars("ùúủũụ")
  private static let tonedA = scalars("àáảãạ")
  private static let tonedE = scalars("èéẻẽẹ")
  private static let tonedY = scalars("ỳýỷỹỵ")

  static let nameLeads = ["dân vận khéo", "điển hình", "mô hình", "những", "các"].map(scalars)
  static let about = [scalars("về")]
  static let hamletLeads =
    ["khu dân cư", "tổ dân phố", "thôn", "xóm", "làng", "khu", "kdc", "tdp"].map(scalars)

  /// `key` without the first of `leads` that it begins with and that leaves words; nothing if
  /// none does.
  static func dropping(_ leads: [[UInt32]], from key: ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
    for lead in leads where key.count > lead.count + 1 && key.starts(with: lead) {
      if key[key.startIndex + lead.count] == 0x20 { return key.dropFirst(lead.count + 1) }
    }
    return nil
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
