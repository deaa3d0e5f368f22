/// A model of a ward, told by its number: everything else follows from it.
struct Model {
  let number: Int
  let field: Int
  let hamlet: Int
  let owner: Int
  let quantity: Int
  let year: Int
  let quarter: Int
  /// Written like the model before it, but for its spaces.
  let isLikeThePrevious: Bool

  /// Makes the model `number` of a ward, which was registered in `year`.
  init(_ number: Int, of ward: Int, year: Int, seed: UInt64, likeThePrevious previous: Model? = nil)
  {
    var chance = Chance(seed, UInt64(ward), UInt64(number))
    self.number = number
    self.year = year
    var share = chance.below(Fields.shares.reduce(0, +))
    var field = 0
    while share >= Fields.shares[field] {
      share -= Fields.shares[field]
      field += 1
    }
    self.field = field
    let hamlet = chance.below(Words.hamlets.count)
    owner = chance.below(Words.owners.count)
    quantity = chance.falls(0.9) ? 1 : 2 + chance.below(4)
    quarter = chance.below(5)
    isLikeThePrevious = previous != nil
    self.hamlet = previous?.hamlet ?? hamlet
  }

  /// The words of its name: no two numbers have the same.
  var words: (beginning: Word, middle: Word, end: Word, number: Int) {
    var rest = isLikeThePrevious ? number - 1 : number
    func take(_ words: [Word]) -> Word {
      defer { rest /= words.count }
      return words[rest % words.count]
    }
    return (take(Words.beginnings), take(Words.middles), take(Words.ends), rest)
  }
}
