const resident = (name: string, no: number) => ({
  kind: 'person',
  name,
  email: `cudan${no}@cu-dan.example`,
});

/** What was raised at a ward's monthly people's conference, in the words of the residents; persons are invented. */
export const CONFERENCE_ITEMS = [
  {
    category: 'TTDT',
    address: 'Đường Trần Hưng Đạo, đoạn qua khu phố 3',
    description:
      'Vỉa hè đường Trần Hưng Đạo bị các hàng quán bày bàn ghế chiếm hết lối đi, nhất là buổi chiều, người già và học sinh phải đi xuống lòng đường.',
    submitter: resident('Trần Thị Sáu', 1),
  },
  {
    category: 'GT-BIEN',
    address: 'Hẻm 30 Nguyễn Cảnh Chân',
    description:
      'Xe ô tô đậu qua đêm kín hẻm 30 Nguyễn Cảnh Chân, xe cứu thương, xe chữa cháy không vào được. Đề nghị cắm biển cấm đậu xe.',
    submitter: resident('Lê Văn Tám', 2),
  },
  {
    category: 'ASXH',
    description:
      'Gia đình tôi ở trọ tại phường, bị mất việc trong đợt dịch nhưng đến nay chưa nhận được tiền hỗ trợ. Đề nghị phường xem lại danh sách.',
    submitter: resident('Nguyễn Thị Chín', 3),
  },
  {
    category: 'XD',
    description:
      'Đề nghị hướng dẫn thủ tục xin phép sửa chữa, nâng tầng nhà trong hẻm nhỏ; hồ sơ nộp hai lần đều bị trả lại mà không rõ thiếu giấy tờ gì.',
    submitter: resident('Phạm Văn Mười', 4),
  },
  {
    // The pavement once more, by another resident: another spelling, another Unicode form, other words.
    category: 'TTDT',
    address: 'Đường Trần Hưng Đạo, khu phố 3',
    description:
      'Hàng quán bày bàn ghế ra vỉa hè đường Trần Hưng Đạo, người già, học sinh phải đi xuống lòng đường.'.normalize(
        'NFD',
      ),
    submitter: resident('Võ Thị Bảy', 5),
  },
];

export const CONFERENCE_TEXTS = {
  sameShops: 'Cùng các hàng quán trên đường Trần Hưng Đạo.',
  pavementFree: 'Phường đã yêu cầu các hàng quán dọn bàn ghế, trả lại lối đi.',
  photosLater: 'Ảnh chụp sau khi ra quân được gửi sau.',
  moneyPaid: 'Phường đã bổ sung gia đình vào danh sách và chi trả tiền hỗ trợ.',
  signsUp: 'Đã cắm biển cấm đậu xe ở đầu hẻm 30 và nhắc các chủ xe.',
  permitExplained: 'Phường đã hướng dẫn từng giấy tờ còn thiếu và hẹn ngày nhận lại hồ sơ.',
  listKept: 'Danh sách ký nhận lưu tại phường.',
};
