/// Why nothing can be read of a submission.
package enum FileFault: Sendable, Equatable {
  /// Its content is neither CSV nor a workbook that is read.
  case foreign(ForeignFormat)
  /// A workbook that cannot be read; what is wrong with it, as the library says.
  case damagedWorkbook(String)
}

/// What a file really is, by its content, when it is nothing that is read.
package enum ForeignFormat: String, Sendable, CaseIterable {
  case oldWorkbook, protectedWorkbook, binaryWorkbook, openDocumentSheet, markupWorkbook
  case document, presentation, portableDocument
  case archive, image

  /// What people call it.
  package func name(in language: Language) -> String {
    switch self {
    case .oldWorkbook: language("sổ Excel kiểu cũ (.xls)", "an old Excel workbook (.xls)")
    case .protectedWorkbook:
      language("sổ Excel có mật khẩu", "an Excel workbook with a password")
    case .binaryWorkbook: language("sổ Excel nhị phân (.xlsb)", "a binary Excel workbook (.xlsb)")
    case .openDocumentSheet:
      language("bảng tính OpenDocument (.ods)", "an OpenDocument sheet (.ods)")
    case .markupWorkbook:
      language("trang web hoặc XML (HTML, .xml)", "a web page or XML (HTML, .xml)")
    case .document:
      language("văn bản (.doc, .docx, .odt, .rtf)", "a text document (.doc, .docx, .odt, .rtf)")
    case .presentation:
      language("bản trình chiếu (.ppt, .pptx, .odp)", "a presentation (.ppt, .pptx, .odp)")
    case .portableDocument: language("tệp PDF", "a PDF file")
    case .archive: language("tệp nén (.zip, .rar, .7z, .gz)", "an archive (.zip, .rar, .7z, .gz)")
    case .image: language("tệp ảnh", "a picture")
    }
  }

  /// What to do with it.
  package func advice(in language: Language) -> String {
    switch self {
    case .oldWorkbook, .binaryWorkbook, .openDocumentSheet, .markupWorkbook:
      language(
        "hãy mở bằng Excel hoặc LibreOffice, lưu thành “Excel Workbook (.xlsx)” rồi gửi lại",
        "open it in Excel or LibreOffice, save it as “Excel Workbook (.xlsx)” and send it again")
    case .protectedWorkbook:
      language(
        "hãy mở bằng mật khẩu, bỏ mật khẩu (File, Info, Protect Workbook), lưu rồi gửi lại",
        "open it with its password, remove the password (File, Info, Protect Workbook), save it and "
          + "send it again")
    case .document, .presentation:
      language(
        "hãy chép bảng trong đó sang Excel, lưu thành .xlsx rồi gửi lại",
        "copy its table into Excel, save that as .xlsx and send it again")
    case .portableDocument, .image:
      language(
        "hãy xin đơn vị tệp bảng tính gốc (.xlsx) rồi gửi lại",
        "ask the office for the spreadsheet (.xlsx) that it was made from, and send that")
    case .archive:
      language(
        "hãy giải nén rồi gửi từng tệp .xlsx hoặc .csv ở trong",
        "unpack it, and send the .xlsx or .csv files in it one by one")
    }
  }
}
