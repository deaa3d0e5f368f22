/// The columns that a submission may have, by the ids of SPEC §3.
package enum Column: String, Sendable, CaseIterable {
  case name, field, ward, year, quarter, quantity, owner, no
  case hamlet, kind, subject, status, level, beneficiaries, id, note

  /// The header spellings that are built in; the id itself is one, too.
  package var builtInSpellings: [String] {
    switch self {
    case .name: ["Tên mô hình", "Tên mô hình, điển hình", "Tên mô hình “Dân vận khéo”"]
    case .field: ["Lĩnh vực"]
    case .ward: ["Đơn vị", "Đơn vị đăng ký", "Xã", "Phường", "Xã, phường", "Xã, phường, thị trấn"]
    case .year: ["Năm", "Năm đăng ký"]
    case .quarter: ["Quý"]
    case .quantity: ["Số lượng", "SL"]
    case .owner: ["Tổ chức", "Đơn vị thực hiện"]
    case .no: ["STT", "TT"]
    case .hamlet: ["Thôn", "KDC", "Khu dân cư", "Thôn, KDC", "Tổ dân phố"]
    case .kind: ["Loại"]
    case .subject: ["Chủ thể"]
    case .status: ["Trạng thái"]
    case .level: ["Cấp công nhận"]
    case .beneficiaries: ["Số người hưởng lợi"]
    case .id: ["Mã mô hình"]
    case .note: ["Ghi chú"]
    }
  }

  /// What a clerk knows the column by.
  package var displayName: String { builtInSpellings[0] }

  /// By its position: the text of its id would be hashed again and again.
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  /// Its position in `allCases`, for tables that are indexed by column.
  package var index: Int {
    switch self {
    case .name: 0
    case .field: 1
    case .ward: 2
    case .year: 3
    case .quarter: 4
    case .quantity: 5
    case .owner: 6
    case .no: 7
    case .hamlet: 8
    case .kind: 9
    case .subject: 10
    case .status: 11
    case .level: 12
    case .beneficiaries: 13
    case .id: 14
    case .note: 15
    }
  }
}
