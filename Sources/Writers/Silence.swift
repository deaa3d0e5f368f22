import Domain

/// Which wards sent nothing though they should have: for a year, or at all.
struct Silence {
  private struct WardYear: Hashable {
    var ward: Int
    var year: Int
  }

  private var missing: Set<WardYear> = []
  private var sent: Set<WardYear> = []
  private var missingWards: Set<Int> = []
  private var sendingWards: Set<Int> = []

  init(_ report: Report) {
    for entry in report.missingSubmissions {
      missing.insert(WardYear(ward: entry.ward, year: entry.period.year))
      missingWards.insert(entry.ward)
    }
    for submission in report.submissions where submission.file.isDue {
      guard let ward = submission.file.submitter.ward else { continue }
      sendingWards.insert(ward)
      if let period = submission.file.period {
        sent.insert(WardYear(ward: ward, year: period.year))
      }
    }
  }

  /// Whether the ward sent nothing for any period of the year though something was due.
  func covers(_ ward: Int, _ year: Int) -> Bool {
    let key = WardYear(ward: ward, year: year)
    return missing.contains(key) && !sent.contains(key)
  }

  /// Whether the ward sent nothing at all though something was due.
  func isWhole(_ ward: Int) -> Bool {
    missingWards.contains(ward) && !sendingWards.contains(ward)
  }
}
