import Domain
import Testing
import Validation

struct NearDuplicateTests {
  @Test func `a near name is told with the other and what to do`() throws {
    var near = try pair(
      .nearDuplicate, "Thắp sángg đường quê,KT,2023,", other: place(line: 2, record: 2))
    near.otherName = "Thắp sáng đường quê"
    expect(
      near,
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Thắp sángg đường quê", see: "submissions/2023/an-luu.csv:2",
        vietnamese:
          "“Thắp sángg đường quê” chỉ khác “Thắp sáng đường quê” ở dòng 2 cùng tệp một, hai "
          + "lỗi gõ, có thể là một; đang tính cả hai: nếu là một, hãy sửa tên cho giống nhau hoặc ghi "
          + "“giống” vào decisions.csv; nếu là hai, hãy ghi “khác” vào decisions.csv",
        english:
          "“Thắp sángg đường quê” is one or two typing slips from “Thắp sáng đường quê”, line 2 "
          + "of this file, and may be the same; both are counted: if they are one, write one name, or "
          + "“same” into decisions.csv; if they are two, write “different” into decisions.csv"))
  }

  @Test func `a ward's and an organization's record are told as such`() throws {
    var near = try pair(.nearDuplicate, "Nuôi dêê,KT,2023,", other: earlierFile)
    near.otherName = "Nuôi dê"
    near.isAcrossSenders = true
    expect(
      near,
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Nuôi dêê", see: "submissions/2021/an-luu.csv:7",
        vietnamese:
          "“Nuôi dêê” chỉ khác “Nuôi dê” ở submissions/2021/an-luu.csv:7 một, hai lỗi gõ, có "
          + "thể là một; một do xã, phường gửi, một do tổ chức gửi; đang tính cả hai: nếu là một, hãy "
          + "sửa tên cho giống nhau hoặc ghi “giống” vào decisions.csv; nếu là hai, hãy ghi “khác” "
          + "vào decisions.csv",
        english:
          "“Nuôi dêê” is one or two typing slips from “Nuôi dê”, submissions/2021/an-luu.csv:7, "
          + "and may be the same; one was sent by a ward, the other by an organization; both are "
          + "counted: if they are one, write one name, or “same” into decisions.csv; if they are two, "
          + "write “different” into decisions.csv"))
  }

  @Test func `a like name of another sender is told as such`() throws {
    var like = try pair(.suspectedDuplicate, "Trồng tói,KT,2023,", other: earlierFile)
    like.isAcrossSenders = true
    expect(
      like,
      Expected(
        severity: .warning, place: place(line: 3, record: 3, column: "Tên mô hình"),
        value: "Trồng tói", see: "submissions/2021/an-luu.csv:7",
        vietnamese:
          "“Trồng tói” có thể là một với submissions/2021/an-luu.csv:7 (tên giống nhau, hoặc "
          + "chỉ khác dấu, khoảng trắng; một do xã, phường gửi, một do tổ chức gửi); đang tính cả hai: "
          + "nếu là một, hãy ghi tên, thôn, tổ chức giống nhau; nếu là hai, hãy ghi rõ thôn của mỗi mô "
          + "hình; hoặc ghi quyết định vào decisions.csv",
        english:
          "“Trồng tói” may be the same as submissions/2021/an-luu.csv:7 (the names are the same, "
          + "or differ in diacritics or spaces only; one was sent by a ward, the other by an "
          + "organization); both are counted: if they are one, write name, hamlet and owner the same; "
          + "if they are two, write the hamlet of each; or write the decision into decisions.csv"))
  }
}
