package import Domain

/// An input that is not as a release recorded it.
package struct InputDifference: Sendable, Equatable {
  package enum Kind: Sendable {
    case changed, new, gone
  }

  /// Relative to the inputs folder.
  package var path: String
  package var kind: Kind
  /// False for a submission of a period after the cut-off: such files come and go as years pass.
  package var matters: Bool

  package init(path: String, kind: Kind, matters: Bool) {
    self.path = path
    self.kind = kind
    self.matters = matters
  }

  /// Where, what, and what to do.
  package func message(in language: Language) -> String {
    let path = excerpt(path)
    switch (kind, matters) {
    case (.changed, _):
      return language(
        "\(path): đã thay đổi kể từ khi phát hành; hãy lấy lại tệp lúc phát hành để tính lại",
        "\(path): changed since the release; put the file of that time back to recount")
    case (.new, true):
      return language(
        "\(path): khi phát hành chưa có tệp này; hãy chuyển đi chỗ khác để tính lại",
        "\(path): was not there at the release; move it away to recount")
    case (.new, false):
      return language(
        "\(path): mới có sau khi phát hành, thuộc kỳ sau mốc số liệu nên không ảnh hưởng",
        "\(path): new since the release, of a period after its cut-off, so it does not matter")
    case (.gone, true):
      return language(
        "\(path): có khi phát hành, nay không còn; hãy lấy lại từ bản sao lưu để tính lại",
        "\(path): was there at the release and is gone; restore it from a backup to recount")
    case (.gone, false):
      return language(
        "\(path): có khi phát hành, nay không còn, thuộc kỳ sau mốc số liệu nên không ảnh hưởng",
        "\(path): was there at the release and is gone, of a period after its cut-off, so it does "
          + "not matter")
    }
  }
}

/// The inputs that a release was made from beside those of the present.
package enum InputsComparison {
  /// How `sources` and `submissions` of the present differ from those that `recorded` names, sorted
  /// by path.
  ///
  /// Present files are judged by the recorded cut-off, not by that of the run which listed them; a
  /// file that was read then must have been read now, or it counts as changed. O(n log n).
  package static func differences(
    recorded: Provenance, sources: [SourceFile], submissions: [SubmissionOutcome]
  ) -> [InputDifference] {
    let then =
      recorded.sources.map { Input($0.path, isDue: true, bytes: $0.bytes, sha256: $0.sha256) }
      + recorded.submissions.map {
        Input($0.path, isDue: $0.state == "read", bytes: $0.bytes, sha256: $0.sha256)
      }
    let cutoff = quarter(recorded.cutoff)
    let now =
      sources.map { Input($0.path, isDue: true, bytes: $0.byteCount, sha256: $0.sha256) }
      + submissions.map {
        Input(
          $0.file.path, isDue: isDue($0.file, through: cutoff), bytes: $0.byteCount,
          sha256: $0.sha256)
      }
    return groupedByKey(then, by: \.path, now, by: \.path).flatMap { group in
      differences(
        group.key, group.left.sorted(by: Input.inOrder), group.right.sorted(by: Input.inOrder))
    }
  }

  private struct Input: Equatable {
    var path: String
    var isDue: Bool
    /// Of a file that is not due, nothing is known.
    var bytes: Int?
    var sha256: String?

    init(_ path: String, isDue: Bool, bytes: Int?, sha256: String?) {
      self.path = path
      self.isDue = isDue
      self.bytes = isDue ? bytes : nil
      self.sha256 = isDue ? sha256 : nil
    }

    static func inOrder(_ left: Input, _ right: Input) -> Bool {
      (left.sha256 ?? "", left.bytes ?? 0) < (right.sha256 ?? "", right.bytes ?? 0)
    }
  }

  private static func isDue(_ file: SubmissionFile, through cutoff: Quarter?) -> Bool {
    guard let cutoff else { return file.isDue }
    return file.period.map { $0.lastQuarter <= cutoff } ?? true
  }

  /// Of one path; there are several inputs of one path in a broken record only.
  private static func differences(
    _ path: String, _ then: [Input], _ now: [Input]
  ) -> [InputDifference] {
    (0..<max(then.count, now.count)).compactMap { index in
      guard index < then.count else {
        return InputDifference(path: path, kind: .new, matters: now[index].isDue)
      }
      guard index < now.count else {
        return InputDifference(path: path, kind: .gone, matters: then[index].isDue)
      }
      return then[index] == now[index]
        ? nil : InputDifference(path: path, kind: .changed, matters: true)
    }
  }
}
