import Aggregation
import Domain
import Testing

struct OwnerTallyTests {
  private let dtn = Owner(organization: 1, key: "", spelling: "")

  private func body(_ key: String, _ spelling: String) -> Owner {
    Owner(organization: nil, key: key, spelling: spelling)
  }

  private func lines(_ counting: Counted) -> [String] {
    counting.owners.totals.map { "\($0.name)[\($0.code)] \($0.registered)" }
  }

  @Test func `owners hold what they registered by field, most first, nobody last`() {
    let counting = counted(
      sent(
        "2020", Model("a").with(\.quantity, 90),
        Model("b").with(\.owner, hpn).with(\.quantity, 2),
        Model("c").with(\.owner, hpn).with(\.field, 1),
        Model("d").with(\.owner, dtn).with(\.quantity, 4).with(\.field, 2)))
    #expect(
      lines(counting) == [
        "Đoàn Thanh niên[DTN] [0, 0, 4]", "Hội Phụ nữ[HPN] [2, 1, 0]", "[] [90, 0, 0]",
      ])
  }

  @Test func `an owner is one over all wards and submissions, in its first spelling`() {
    let school = body("thpt kinh môn", "THPT Kinh Môn")
    let again = body("thpt kinh môn", "thpt KINH MÔN")
    let counting = counted(
      sent("2020", Model("a").with(\.owner, school)),
      sent("2021", Model("b").with(\.owner, again), Model("c").with(\.owner, again)))
    #expect(lines(counting) == ["THPT Kinh Môn[] [3, 0, 0]"])
  }

  @Test func `equal totals stand in the order of the Vietnamese alphabet`() {
    let counting = counted(
      sent(
        "2020", Model("a").with(\.owner, body("é", "Én")),
        Model("b").with(\.owner, body("d", "Dê")),
        Model("c").with(\.owner, body("đ", "Đò")), Model("d").with(\.owner, body("a", "Ăn"))))
    #expect(counting.owners.totals.map(\.name) == ["Ăn", "Dê", "Đò", "Én"])
  }

  @Test func `only counted records count`() {
    let model = Model("a").with(\.owner, hpn).with(\.quantity, 3)
    let counting = counted(sent("2020", model, model), sent("2021", model))
    #expect(lines(counting) == ["Hội Phụ nữ[HPN] [3, 0, 0]"])
  }

  @Test func `an owner without a letter is nobody`() {
    let counting = counted(
      sent("2020", Model("a").with(\.owner, body("", "-")), Model("b").with(\.owner, hpn)))
    #expect(lines(counting) == ["Hội Phụ nữ[HPN] [1, 0, 0]", "[] [1, 0, 0]"])
  }
}
