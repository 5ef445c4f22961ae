/** What residents hand in, in their own words. Written from the press reports behind the stories; persons are invented. */
export const COACHES = {
  category: 'GT-BIEN',
  unit: 'w:26773@0',
  address: 'Khu dân cư Phú Nhuận, phường Thới An, Quận 12',
  description:
    'Nhiều xe khách loại lớn thường xuyên chạy vào các tuyến đường nội bộ của khu dân cư Phú Nhuận để đón khách, dừng đỗ kín lối đi, ' +
    'che khuất tầm nhìn. Trong khu có đông trẻ em. Bà con đề nghị có biện pháp cấm xe khách vào khu dân cư và lắp biển cấm dừng đỗ.',
  submitter: {
    kind: 'household',
    name: 'Trần Thị Mai',
    phone: '0900000001',
    email: 'mai.tran@cu-dan.example',
  },
  consent: true,
} as const;

export const KHU_PHO_BOARD = {
  category: 'TOCHUC',
  unit: 'w:27157@0',
  description:
    'Khu phố 4 có 514 hộ với 1.992 nhân khẩu. Ban điều hành khu phố mới kiện toàn, còn ít kinh nghiệm, đề nghị được tập huấn, hướng dẫn nghiệp vụ. ' +
    'Hẻm 549 Nguyễn Đình Chiểu đang mở rộng, 100 % hộ dân đồng thuận.',
  submitter: {
    kind: 'khu-pho',
    name: 'Ban điều hành Khu phố 4, Phường 2',
    email: 'khupho4.phuong2@cu-dan.example',
  },
  channel: 'KHU_PHO_VISIT',
  receivedBy: 'dang-uy-huyen/d:770@0',
  consent: true,
} as const;

export const TEXTS = {
  survey: 'Phường đã khảo sát hiện trường ngày 13/3, ghi nhận xe khách ra vào đón khách từ 5 giờ đến 7 giờ.',
  beyond: 'Việc cấm dừng đỗ và lắp biển báo vượt thẩm quyền của phường, kính chuyển UBND Quận 12 chủ trì.',
  jointVisit:
    'Đã khảo sát liên ngành cùng Sở Giao thông vận tải, Công an Quận 12 và phường Thới An ngày 20/3.',
  signs: 'Đã lắp biển cấm dừng đỗ xe khách tại hai lối vào khu dân cư; Công an phường tuần tra mỗi sáng.',
  direction:
    'Ghi nhận kiến nghị. Chỉ đạo: mở lớp tập huấn cho Ban điều hành các khu phố mới trong tháng 12/2024.',
  cityDecision:
    'Giao Sở Giao thông vận tải phối hợp UBND Quận 12 lắp biển cấm dừng đỗ xe khách, hoàn thành trong tuần.',
} as const;
