import Testing
import Vietnamese

/// Distances between words, for naming the nearest known one (SPEC §2, §3).
struct EditDistanceTests {
  private static let words: [String] = {
    var all = [""]
    var longest = [""]
    for _ in 1...4 {
      longest = longest.flatMap { word in ["a", "ă", "b"].map { word + $0 } }
      all += longest
    }
    return all
  }()

  /// The definition, by looking for a path of edits one at a time.
  private func neighbours(of word: String) -> Set<String> {
    let letters = Array(word)
    var found: Set<String> = []
    for position in 0...letters.count {
      for letter in ["a", "ă", "b"] as [Character] {
        found.insert(String(letters[..<position] + [letter] + letters[position...]))
        if position < letters.count {
          found.insert(String(letters[..<position] + [letter] + letters[(position + 1)...]))
        }
      }
      if position < letters.count {
        found.insert(String(letters[..<position] + letters[(position + 1)...]))
      }
    }
    return found
  }

  @Test func `two keys are within one edit exactly when one edit leads from one to the other`() {
    for left in EditDistanceTests.words {
      let near = neighbours(of: left).union([left])
      for right in EditDistanceTests.words {
        let isNear = near.contains(right)
        if MatchKey.isWithinOneEdit(left, right) != isNear {
          Issue.record("“\(left)” and “\(right)” should be \(isNear ? "near" : "far")")
        }
        if (editDistance(left, right) <= 1) != isNear {
          Issue.record("the distance of “\(left)” and “\(right)” should tell \(isNear)")
        }
      }
    }
  }

  @Test func `a distance counts insertions, deletions and substitutions of scalars`() {
    #expect(editDistance("", "") == 0)
    #expect(editDistance("", "kheo") == 4)
    #expect(editDistance("kitten", "sitting") == 3)
    #expect(editDistance("perid", "period") == 1)
    #expect(editDistance("hoà", "hoá") == 1)
    #expect(editDistance("ab", "ba") == 2)
    #expect(editDistance("require", "columns") == editDistance("columns", "require"))
  }
}
