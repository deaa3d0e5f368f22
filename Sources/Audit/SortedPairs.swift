import Domain
import Glibc

/// Whether two texts are the same bytes.
///
/// Not `==`, which takes canonically equivalent texts for equal.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

/// Which text comes first when their UTF-8 is compared byte by byte: a number below 0 for `left`,
/// above 0 for `right`, 0 when they are the same bytes.
func byteOrder(_ left: String, _ right: String) -> Int {
  let order = left.utf8.withContiguousStorageIfAvailable { first in
    right.utf8.withContiguousStorageIfAvailable { second in
      var order = 0
      if let start = first.baseAddress, let other = second.baseAddress {
        order = Int(memcmp(start, other, min(first.count, second.count)))
      }
      return order == 0 ? first.count - second.count : order
    }
  }
  if case .some(.some(let order)) = order { return order }
  return isSame(left, right) ? 0 : bytesPrecede(left, right) ? -1 : 1
}

/// The elements of both lists by key, in bytewise order of the keys: of each key all that the left
/// list has, and all that the right one has.
///
/// Within a key, elements stand in the order of their lists. O(n log n), and linear for lists that
/// are sorted already.
func groupedByKey<Left, Right>(
  _ left: [Left], by leftKey: (Left) -> String, _ right: [Right], by rightKey: (Right) -> String
) -> [(key: String, left: [Left], right: [Right])] {
  let left = left.map { ($0, leftKey($0)) }.sorted { byteOrder($0.1, $1.1) < 0 }
  let right = right.map { ($0, rightKey($0)) }.sorted { byteOrder($0.1, $1.1) < 0 }
  var groups: [(key: String, left: [Left], right: [Right])] = []
  var (i, j) = (0, 0)
  while i < left.count || j < right.count {
    let key = lesserKey(i < left.count ? left[i].1 : nil, j < right.count ? right[j].1 : nil)
    var group: (key: String, left: [Left], right: [Right]) = (key, [], [])
    while i < left.count, isSame(left[i].1, key) {
      group.left.append(left[i].0)
      i += 1
    }
    while j < right.count, isSame(right[j].1, key) {
      group.right.append(right[j].0)
      j += 1
    }
    groups.append(group)
  }
  return groups
}

private func lesserKey(_ left: String?, _ right: String?) -> String {
  switch (left, right) {
  case (let left?, let right?): bytesPrecede(right, left) ? right : left
  default: left ?? right ?? ""
  }
}
