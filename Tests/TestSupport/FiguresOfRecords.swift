package import Domain

extension Figures {
  /// Adds one counted record.
  package mutating func addRegistered(
    _ quantity: Int, ward: Int, field: Int, year: Int, quarter: Int
  ) {
    var figures = WardFigures(fieldCount: fields.count, years: years)
    figures.addRegistered(quantity, field: field, year: year, quarter: quarter)
    add(figures, ward: ward)
  }

  /// Adds one record of a model that is kept up.
  package mutating func addMaintained(_ quantity: Int, field: Int, year: Int) {
    var figures = WardFigures(fieldCount: fields.count, years: years)
    figures.addMaintained(quantity, field: field, year: year)
    add(figures, ward: 0)
  }
}
