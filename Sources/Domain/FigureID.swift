/// The permanent id of a published number, such as `registered.field=KT.year=2023` (SPEC §7).
package struct FigureID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package var description: String { text }

  private init(_ family: String, _ dimensions: [(String, String?)] = []) {
    text = dimensions.reduce(family) { id, dimension in
      dimension.1.map { "\(id).\(dimension.0)=\($0)" } ?? id
    }
  }

  package static func registered(
    ward: Ward? = nil, field: Field? = nil, year: Int? = nil
  ) -> FigureID {
    FigureID(
      "registered",
      [
        ("ward", ward?.code), ("field", field?.code),
        ("year", year.map { Period(year: $0).description }),
      ])
  }

  /// `quarter` is 1–4, or 0 for unknown.
  package static func registered(year: Int, quarter: Int) -> FigureID {
    FigureID(
      "registered",
      [
        ("year", Period(year: year).description),
        ("quarter", quarter == 0 ? "unknown" : String(quarter)),
      ])
  }

  package static func maintained(field: Field? = nil, year: Int) -> FigureID {
    FigureID("maintained", [("field", field?.code), ("year", Period(year: year).description)])
  }

  package static func coverage(field: Field? = nil) -> FigureID {
    FigureID("coverage", [("field", field?.code)])
  }

  package static func recordsRead(ward: Ward? = nil) -> FigureID {
    FigureID("records.read", [("ward", ward?.code)])
  }

  package static func records(_ disposition: Disposition, ward: Ward? = nil) -> FigureID {
    FigureID("records.\(disposition.rawValue)", [("ward", ward?.code)])
  }

  package static let recordsReadOfUnknownWard = FigureID("records.read", [("ward", "unknown")])
  package static let recordsRejectedOfUnknownWard = FigureID(
    "records.rejected", [("ward", "unknown")])

  package static func submissionsExpected(_ period: Period) -> FigureID {
    FigureID("submissions.expected", [("period", period.description)])
  }

  package static func submissionsReceived(_ period: Period) -> FigureID {
    FigureID("submissions.received", [("period", period.description)])
  }

  package static func findings(_ severity: Severity) -> FigureID {
    FigureID("findings.\(severity.rawValue)")
  }
}
