import Domain

/// `unclear-encoding`: a file that is no clean Unicode, and that no old encoding explains clearly.
enum UnclearEncoding: Rule {
  /// Encodings that a message names.
  private static let namedLimit = 3

  static let description = RuleDescription(
    .unclearEncoding, .error, .submission,
    meaning: BilingualText(
      "Không rõ tệp dùng bảng mã cũ nào; mọi bản ghi bị loại để không đọc sai tên.",
      "It is not clear which old encoding the file is in; all records are rejected, lest names be misread."
    ),
    example: BilingualText(
      "Nửa tệp gõ phông .VnTime, nửa tệp gõ phông VNI-Times",
      "A file typed half in .VnTime, half in VNI-Times"),
    advice: BilingualText(
      "Gửi lại tệp dạng “CSV UTF-8”, hoặc ghi bảng mã của đơn vị ở encoding trong kheo.yml.",
      "Send the file as “CSV UTF-8”, or state the encoding of the sender under encoding in kheo.yml."
    ))

  static func check(_ reading: SubmissionReading, in submission: SubmissionContext) -> Finding? {
    guard reading.encoding == .unclear, reading.records[.data] > 0 else { return nil }
    let candidates = reading.encodingEvidence.filter { $0.legalWords > 0 }.prefix(namedLimit)
    let names = candidates.map {
      "\($0.encoding.name(in: submission.language)) (\($0.legalWords)/\($0.words))"
    }.joined(separator: "; ")
    let count = reading.records[.data]
    return finding(
      at: Place(path: reading.file.path),
      submission.language(
        "không rõ bảng mã của tệp nên \(count) bản ghi bị loại; có thể là (số từ đọc được): \(names); "
          + "hãy mở tệp bằng đúng phông chữ, chuyển sang phông Unicode và trong Excel chọn Lưu dưới "
          + "dạng “CSV UTF-8” rồi gửi lại, hoặc ghi bảng mã của đơn vị ở “encoding” trong kheo.yml",
        "the encoding of the file is not clear, so all \(count) data records are rejected; it may be "
          + "(words that can be read): \(names); open it with the right font, change it to a Unicode "
          + "font, choose Save As “CSV UTF-8” in Excel and send it again, or state the sender's "
          + "encoding under “encoding” in kheo.yml"))
  }
}
