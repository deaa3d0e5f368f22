package import Domain

/// What a run is asked for.
package struct RunOptions: Sendable {
  /// The inputs folder.
  package var inputs: String
  /// The cut-off; nothing for the latest period that has a submission.
  package var through: Period?
  /// Overrides the language of the settings.
  package var language: Language?
  /// How many submissions are read at the same time, 1 or more.
  package var threads: Int
  /// Whether the counted models are listed; only a report needs them.
  package var listsModels: Bool
  /// What may be kept for that list, so that submissions need not be read again; it changes no output.
  package var listingRoom = ListingRoom()
  /// Whether all admitted records are kept in memory, to be counted in another way.
  package var keepsRecords = false
  /// Whether what became of each record is kept: to explain, compare, export.
  package var tracesRecords = false {
    didSet { if tracesRecords { keepsRecords = true } }
  }
  /// The submissions that are taken as not due, by path; nothing for those that lie there now.
  ///
  /// An audit takes those that the release recorded: later periods come in as years pass.
  package var recordedNotDue: [String]?

  package init(
    inputs: String, through: Period?, language: Language?, threads: Int, listsModels: Bool
  ) {
    self.inputs = inputs
    self.through = through
    self.language = language
    self.threads = threads
    self.listsModels = listsModels
  }
}

/// Told how many of the submissions have been read, from any thread.
package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void
