/// A column or line chart over cells of the workbook, in Times New Roman and shades of grey.
package struct Chart: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case column
    case line
  }

  /// One row of columns, or one line.
  package struct Series: Sendable, Equatable {
    /// Shown in the legend.
    package var name: String
    package var categories: CellRange
    /// Cells with numbers; formulas would leave the chart's cache at 0.
    package var values: CellRange

    package init(name: String, categories: CellRange, values: CellRange) {
      self.name = name
      self.categories = categories
      self.values = values
    }
  }

  package var kind: Kind
  package var title: String
  package var categoryAxis: String
  package var valueAxis: String
  package var series: [Series]
  /// In pixels at 96 to the inch.
  package var width: Int
  package var height: Int

  package init(
    kind: Kind, title: String, categoryAxis: String, valueAxis: String, series: [Series],
    width: Int, height: Int
  ) {
    self.kind = kind
    self.title = title
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.series = series
    self.width = width
    self.height = height
  }
}
