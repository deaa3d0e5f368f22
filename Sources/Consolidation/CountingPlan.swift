import Domain

/// Which submissions are read and counted together.
///
/// An identity never spans two wards, so a ward is read, counted and forgotten before the next: ten
/// million records need no more memory than the records of the wards at hand. The records of a
/// ward's own file are all of that ward, or rejected. What organizations and unknown submitters send
/// may be of any ward; it is read before, and kept.
struct CountingPlan: Sendable {
  /// Numbers of the submissions whose records may be of any ward, in the order of counting.
  private(set) var shared: [Int] = []
  /// The same of each ward's own, by row of the register.
  private(set) var own: [[Int]]

  /// Of the due submissions, in the order of counting.
  init(_ files: [SubmissionFile], wardCount: Int) {
    own = Array(repeating: [], count: wardCount)
    for (number, file) in files.enumerated() {
      if let ward = file.submitter.ward { own[ward].append(number) } else { shared.append(number) }
    }
  }
}
