/// Pairs of syllables that belong together in the names of models: `an ninh`, `thanh niên`.
///
/// Where one name says `an ninh` and another `an nin`, the second is a slip though `nin` could be a
/// word; where one says `nuôi gà` and the other `nuôi cá`, both stand.
enum FixedExpressions {
  /// Whether two neighbouring words of a loose key, packed, belong together; where there is no such
  /// word, none do.
  static func hold(_ first: UInt64?, _ second: UInt64?) -> Bool {
    guard let first, let second else { return false }
    return pairs.contains(Pair(first: first, second: second))
  }

  private struct Pair: Hashable {
    var first: UInt64
    var second: UInt64
  }

  private static let pairs: Set<Pair> = {
    var keys = KeyMaker()
    return Set(
      list.split { $0 == "," || $0 == "\n" }.compactMap { pair in
        let words = ComparedName(String(pair), &keys).packedWords
        return words.count == 2 ? Pair(first: words[0], second: words[1]) : nil
      })
  }()

  private static let list = """
    an ninh, an sinh, an toàn, ánh sáng, anh hùng, âm nhạc, bảo đảm, bảo hiểm, bảo tồn, bảo vệ
    báo cáo, bệnh viện, biên giới, bình đẳng, bình yên, bộ đội, bồi dưỡng, cải cách, cải tạo
    cán bộ, cao tuổi, câu lạc, lạc bộ, cây trồng, cấp ủy, chăm lo, chăm sóc, chăn nuôi, chất lượng
    chi bộ, chi đoàn, chi hội, chính quyền, chính sách, chủ động, chuyên canh, chuyển đổi
    chương trình, chữa cháy, công an, công bằng, công chức, công cộng, công đoàn
    công giáo, công nghệ, công nghiệp, công nhân, công tác, công trình, công viên, cộng đồng
    cơ quan, cơ sở, cơ cấu, cựu chiến, chiến binh, chiến sĩ, dân chủ, dân cư, dân phòng, dân quân
    dân số, dân tộc, dân vận, di tích, dịch vụ, dịch bệnh, doanh nghiệp, dòng họ, du lịch, dược liệu
    đại đoàn, đoàn kết, đoàn thể, đoàn viên, đạo đức, đảng viên, đất đai, đền ơn, đô thị, đồng bào
    đồng hành, đồng ruộng, đuối nước, gia cầm, gia súc, gia đình, gia sư, giao thông, giám sát
    giáo dân, giáo dục, giải phóng, giải quyết, giữ gìn, giúp đỡ, giúp nhau, gương mẫu, gương sáng
    hàng hóa, hành chính, hạnh phúc, hiếu học, hiến đất, hòa giải, hòa nhập, hòa thuận, học sinh
    học tập, hỏa táng, hỗ trợ, hộ gia, hội viên, hợp tác, hữu cơ, hướng dẫn, khởi nghiệp
    khu dân, khuyến học, khuyến nông, khuyến tài, kết nối, kết nghĩa, kiểu mẫu, kinh doanh, kinh tế
    kỹ thuật, lao động, lắng nghe, lập nghiệp, lễ hội, liên gia, liên kết, liên thế, thế hệ, lực lượng
    mái ấm, mặt bằng, mặt trận, mầm non, môi trường, mô hình, nâng cao, ngân hàng, nghệ thuật
    người dân, người nghèo, nghĩa tình, nghĩa trang, nhà trường, nhân ái, nhân dân, nhân đạo
    nhựa tiết, nông dân, nông nghiệp, nông sản, nông thôn, thôn mới, nở hoa, nếp sống
    pháp luật, phát huy, phát triển, phong trào, phòng cháy, phòng chống, phòng ngừa, phục vụ
    phụ huynh, phụ nữ, phế liệu, quản lý, quản trị, quân đội, quân sự, quần chúng, quốc phòng
    quy chế, quy hoạch, rác thải, sạch đẹp, sản phẩm, sản xuất, sáng tạo
    sinh học, sinh hoạt, sinh sản, sinh thái, sinh viên, sức khỏe, tái hòa, tài nguyên, tăng gia
    tệ nạn, thành phố, thanh niên, thanh thiếu, thanh tra, thắp sáng, thân thiện, thế giới, thể dục
    thể thao, thiên tai, thiếu nhi, thiếu niên, thông minh, thông tin, thoát nghèo, thu gom, thủ tục
    thủy lợi, thủy sản, thực hiện, thực phẩm, thương binh, thương mại, thương phẩm, thường xuyên
    tiên tiến, tiêu biểu, tiêu dùng, tiết kiệm, tiếp dân, tình nghĩa, tình nguyện, tình thương
    toàn dân, tổ quốc, tố giác, tội phạm, tổng hợp, trang trại, trang trí, trật tự, trẻ em, tri ân
    tri thức, truyền thanh, truyền thống, tuyên truyền, trực tuyến, trường học, trung tâm
    tuần tra, tuyến đường, tuyến phố, tư tưởng, tự nguyện, tự quản, uy tín, ứng dụng, vay vốn
    vận động, văn hóa, văn minh, văn nghệ, vật nuôi, vệ sinh, vì dân, việc làm, vườn mẫu
    vươn lên, xã hội, xanh sạch, bích họa, tranh bích, da xanh, xây dựng, xóa đói, xung kích, xuất khẩu
    ý chí, ý thức, y tế, yêu nước
    """
}
