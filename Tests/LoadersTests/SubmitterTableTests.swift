import Domain
import Loaders
import Testing

/// Who sent a file, by its name (SPEC §2, “Submitter”).
struct SubmitterTableTests {
  private let submitters: SubmitterTable

  init() throws {
    var folder = RegisterFolder()
    folder.wards =
      RegisterFolder.wards + "01,An Lưu,Phường,,,TT Kinh Môn\n02,An,Xã,,,\n"
      + "03,An Lưu Đông,Xã,,,\nVP,Văn phòng,,,,\n"
    folder.organizations = RegisterFolder.organizations + "HPN,Hội Phụ nữ,Hội LHPN\n"
    submitters = try folder.load().submitters
  }

  private func submitter(_ name: String) -> Submitter { submitters.submitter(ofFileNamed: name) }

  @Test(arguments: [
    "an-luu.csv", "An Lưu.csv", "AN_LUU.CSV", "phuong-an-luu.csv", "Phường An Lưu.csv", "01.csv",
    "tt-kinh-mon.csv", "an-luu-bo-sung.csv", "An Lưu (1).csv", "01-2024.csv", "An Lu\u{31B}u.csv",
    "--an--luu--.csv", "an-luu-.csv", "phuong-an-luu-lan-2.Csv",
  ])
  func `a ward is found by code, name, kind and name, alias, and what begins with one`(
    _ name: String
  ) {
    #expect(submitter(name) == .ward(0))
  }

  @Test func `the longest match wins`() {
    #expect(submitter("an.csv") == .ward(1))
    #expect(submitter("an-phu.csv") == .ward(1))
    #expect(submitter("an-luu-dong.csv") == .ward(2))
    #expect(submitter("an-luu-dong-2.csv") == .ward(2))
    #expect(submitter("an-luu-don.csv") == .ward(0))
  }

  @Test func `bodies and organizations submit, too`() {
    #expect(submitter("van-phong.csv") == .ward(3))
    #expect(submitter("vp-quy-3.csv") == .ward(3))
    #expect(submitter("hoi-phu-nu.csv") == .organization(0))
    #expect(submitter("HPN.csv") == .organization(0))
    #expect(submitter("hoi-lhpn-thi-xa.csv") == .organization(0))
  }

  @Test(arguments: [
    "anluu.csv", "luu.csv", "0.csv", "011.csv", "phuong.csv", "hoi.csv", "….csv",
    "xa-hoi-phu-nu.csv", "x-an-luu.csv",
  ])
  func `no match is nobody`(_ name: String) {
    #expect(submitter(name) == .unknown)
  }
}
