/// An inputs folder of two wards and two fields, 2020 to 2023, with the submissions of a test.
func twoWards(_ settings: String = "", submissions: [String: String]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write("period: {from: 2020, to: 2023}\n\(settings)", to: "kheo.yml")
  try folder.write(
    "code,name,kind,valid_from,valid_to,aliases\n01,An Lưu,Phường,,,\n02,An Phụ,Phường,,,\n",
    to: "registers/wards.csv")
  try folder.write(
    "code,name_vi,name_en,aliases\nKT,Kinh tế,Economy,\nVHXH,Văn hóa - xã hội,Culture,\n",
    to: "registers/fields.csv")
  for (path, text) in submissions { try folder.write(text, to: "submissions/\(path)") }
  return folder
}
