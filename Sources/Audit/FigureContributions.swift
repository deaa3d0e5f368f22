package import Domain

extension TracedRecord {
  /// What the record adds to each figure that adds up records (SPEC §7); `period` is that of its
  /// submission.
  package func contributions(period: Period?, _ registers: Registers) -> [(FigureID, Int)] {
    recordContributions(registers) + quantityContributions(period: period, registers)
  }

  private func recordContributions(_ registers: Registers) -> [(FigureID, Int)] {
    var list: [(FigureID, Int)] = [(.recordsRead(), 1), (.records(role.disposition), 1)]
    if let ward {
      list.append((.recordsRead(ward: registers.wards[ward]), 1))
      list.append((.records(role.disposition, ward: registers.wards[ward]), 1))
    } else {
      list.append((.recordsReadOfUnknownWard, 1))
      if role == .rejected { list.append((.recordsRejectedOfUnknownWard, 1)) }
    }
    return list
  }

  private func quantityContributions(
    period: Period?, _ registers: Registers
  ) -> [(FigureID, Int)] {
    guard let quantity, let field = field.map({ registers.fields[$0] }), let ward, let year else {
      return []
    }
    if role == .maintained, let reporting = period?.year {
      return [
        (.maintained(year: reporting), quantity),
        (.maintained(field: field, year: reporting), quantity),
      ]
    }
    guard role == .counted else { return [] }
    let unit = registers.wards[ward]
    return [
      (.registered(), quantity), (.registered(field: field), quantity),
      (.registered(year: year), quantity), (.registered(field: field, year: year), quantity),
      (.registered(ward: unit), quantity), (.registered(ward: unit, field: field), quantity),
      (.registered(ward: unit, year: year), quantity),
      (.registered(year: year, quarter: quarter ?? 0), quantity),
    ]
  }
}
