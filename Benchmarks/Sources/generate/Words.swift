import Foundation

/// A word in the three spellings in which it is written.
struct Word: Sendable {
  let plain: [UInt8]
  let capital: [UInt8]
  let decomposed: [UInt8]

  init(_ text: String) {
    plain = Array(text.utf8)
    capital = Array(text.uppercased().utf8)
    decomposed = Array(text.decomposedStringWithCanonicalMapping.utf8)
  }
}

/// The words of names, notes and places; no two of a list are alike without their diacritics.
enum Words {
  static let beginnings = words(
    "Tuyến đường|Tổ tự quản|Câu lạc bộ|Vận động|Chi hội|Hiến đất|Trồng cây|Dòng họ|Khu dân cư|Cánh đồng|"
      + "Ngày thứ bảy|Nhóm nòng cốt|Xây nhà|Tiếng loa|Hũ gạo|Bếp ăn|Tủ sách|Giếng nước|Phòng chống|Đội xung kích"
  )
  static let middles = words(
    "hoa kiểu mẫu|bảo vệ môi trường|giữ gìn an ninh|giúp nhau làm kinh tế|phân loại rác|thắp sáng làng quê|"
      + "không rác thải nhựa|xây dựng nông thôn mới|khuyến học khuyến tài|chăm sóc người cao tuổi|"
      + "nuôi con khỏe dạy con ngoan|đền ơn đáp nghĩa|phòng cháy chữa cháy|mở rộng giao thông|văn hóa văn nghệ|"
      + "sản xuất lúa hữu cơ|tiết kiệm giúp bạn|đoàn kết lương giáo|camera giám sát|chuyển đổi số cộng đồng"
  )
  static let ends = words(
    "cụm Đông|cụm Tây|cụm Nam|cụm Bắc|gần chợ|ven sông|trên đồi|cạnh đình|sau trường|bên kênh|xóm Mới|xóm Cũ|"
      + "bãi bồi|chân núi|đầu cầu|ngã ba|khu phố|trung tâm|giáp ranh|cửa biển")
  static let notes = words(
    "Đã được cấp ủy và nhân dân đồng tình hưởng ứng|Kinh phí do nhân dân đóng góp là chính|"
      + "Duy trì sinh hoạt mỗi tháng một lần|Được công nhận cấp huyện|Có quy chế hoạt động rõ ràng|"
      + "Đề nghị biểu dương trong hội nghị tổng kết|Nhiều nơi đến học tập|Cần thêm nguồn lực để nhân rộng"
  )
  static let syllables = words(
    "An|Bình|Cao|Duy|Đông|Gia|Hà|Hưng|Khánh|Lạc|Long|Mai|Minh|Nam|Ninh|Phú|Phong|Quang|Sơn|Tân|Thái|Thanh|Thịnh|Tiên|"
      + "Trung|Tường|Văn|Vĩnh|Xuân|Yên|Bạch|Châu|Diên|Đại|Giang|Hải|Hiệp|Hòa|Kim|Lâm|Liên|Lộc|Lương|Mỹ|Nghĩa|Ngọc|Nhân|"
      + "Phúc|Phượng|Quý|Tam|Thạch|Thượng|Thủy|Tuấn|Uyên|Việt|Vũ")
  static let hamlets = words(
    "Thôn Đông|Thôn Đoài|Thôn Trung|Thôn Thượng|Thôn Hạ|Thôn Nội|Thôn Ngoại|Thôn Mới|Tổ dân phố 1|Tổ dân phố 2|"
      + "Tổ dân phố 3|Tổ dân phố 4")
  static let owners = words(
    "Hội Phụ nữ|Hội Nông dân|Đoàn Thanh niên|Hội Cựu chiến binh|Mặt trận Tổ quốc|Trường Tiểu học|Trạm Y tế|Công an"
  )
  static let kinds = words("Tập thể|Cá nhân")

  private static func words(_ list: String) -> [Word] {
    list.split(separator: "|").map { Word(String($0)) }
  }
}

/// The fields: code, name, and how often they are met with of 458.
enum Fields {
  static let codes = ["KT", "VHXH", "QPAN", "HTCT"]
  static let names = ["Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Hệ thống chính trị"]
    .map { Word($0) }
  static let shares = [60, 88, 276, 34]
}
