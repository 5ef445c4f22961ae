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
  description:
    'Khu phố 4 có 514 hộ với 1.992 nhân khẩu. Ban điều hành khu phố mới kiện toàn, còn ít kinh nghiệm, đề nghị được tập huấn, hướng dẫn nghiệp vụ. ' +
    'Hẻm 549 Nguyễn Đình Chiểu đang mở rộng, 100 % hộ dân đồng thuận.',
  submitter: {
    kind: 'khu-pho',
    name: 'Ban điều hành Khu phố 4, Phường 2',
    email: 'khupho4.phuong2@cu-dan.example',
  },
  channel: 'KHU_PHO_VISIT',
  consent: true,
} as const;

export const VACANT_POSTS = {
  category: 'TOCHUC',
  description:
    'Phường còn khuyết chức danh Phó Chủ tịch UBND và công chức văn hóa – xã hội, một số cán bộ phải kiêm nhiệm. ' +
    'Đề nghị lãnh đạo xem xét, bổ sung nhân sự và cho ý kiến về việc tổ chức hội nghị nhân dân hằng tháng.',
  submitter: { kind: 'organisation', name: 'Đảng ủy, UBND phường', email: 'caukho@to-chuc.example' },
} as const;

export const GROUP_DIALOGUE = {
  category: 'TOCHUC',
  description:
    'Qua hội nghị đối thoại với 80 Tổ nhân dân tự quản, Ủy ban Mặt trận Tổ quốc phường đề nghị Đảng ủy tiếp tục quan tâm, ' +
    'hỗ trợ kinh phí và tài liệu để các tổ duy trì sinh hoạt định kỳ.',
  submitter: {
    kind: 'organisation',
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường',
    email: 'mattran.phuong2@to-chuc.example',
  },
} as const;

export const FRONT_CONFERENCE = {
  category: 'TOCHUC',
  description:
    'Hội nghị giữa nhiệm kỳ: Bí thư Đảng ủy phường chỉ đạo Mặt trận vận động người dân hiến đất mở rộng kiệt 211A và 239A Dũng Sĩ Thanh Khê, ' +
    'báo cáo tiến độ hằng tháng.',
  submitter: {
    kind: 'organisation',
    name: 'Ban Thường trực Ủy ban MTTQ phường',
    email: 'mattran.thanhkhetay@to-chuc.example',
  },
  channel: 'meeting',
  consent: true,
} as const;

export const INSPECTION_FINDING = {
  category: 'GT-HT',
  description:
    'Qua giám sát việc vận động hiến đất mở rộng kiệt 211A và 239A Dũng Sĩ Thanh Khê, Ban Thanh tra nhân dân phường thấy một số biên bản ' +
    'hiến đất chưa ghi diện tích, kinh phí thi công chưa niêm yết công khai. Đề nghị UBND phường kiểm tra và trả lời.',
  submitter: {
    kind: 'inspection-board',
    name: 'Ban Thanh tra nhân dân phường',
    email: 'thanhtra.nhandan@to-chuc.example',
  },
  consent: true,
} as const;

export const CRACKED_ROAD = {
  category: 'GT-HT',
  description: 'Mặt đường trước số nhà 12 bị sụt, nước đọng mỗi khi mưa. Đề nghị sửa chữa.',
  submitter: { kind: 'person', name: 'Đỗ Thị Thu', email: 'thu.do@cu-dan.example' },
  consent: true,
} as const;

export const CARDS_AND_INSURANCE = {
  category: 'CCCD',
  description:
    'Một số người dân Khu phố 5 không làm được căn cước công dân gắn chip vì mất dữ liệu hộ tịch. Đề nghị hỗ trợ làm giấy tờ.',
  matters: [
    { category: 'CCCD' },
    {
      category: 'BHYT-YTE',
      description:
        'Các hộ nói trên chưa có thẻ bảo hiểm y tế. Đề nghị hỗ trợ cấp thẻ bảo hiểm y tế miễn phí.',
    },
  ],
  submitter: { kind: 'khu-pho', name: 'Khu phố 5, Phường 4', email: 'khupho5.phuong4@cu-dan.example' },
  channel: 'meeting',
  consent: true,
} as const;

export const TEXTS = {
  lostData:
    'Đề nghị Ủy ban nhân dân phường đối chiếu sổ hộ tịch lưu, cung cấp dữ liệu của các trường hợp kèm theo.',
  dataFound: 'Đã tìm được sổ hộ tịch lưu của các trường hợp, đã cập nhật dữ liệu và chuyển Công an quận.',
  cards: 'Đã thu nhận hồ sơ, trả căn cước cho các trường hợp; đoàn viên đến nhà giúp người già yếu.',
  insurance: 'Đã lập danh sách và trao thẻ bảo hiểm y tế miễn phí cho các hộ.',
  recordsKept: 'Hồ sơ lưu tại đơn vị.',
  whichStreetBanCo: 'Đã gọi điện hỏi người gửi: nơi ở thuộc phần Phường 4 cũ nay là phường Bàn Cờ.',

  road: 'Đã vá mặt đường, khơi thông miệng thu nước.',
  photoFollows: 'Ảnh và hồ sơ lưu tại phường.',
  whichStreet: 'Đã gọi điện hỏi người gửi: nhà thuộc phần Phường 4 cũ nay là phường Xuân Hòa.',
  minutesOfGifts:
    'Đã bổ sung diện tích vào các biên bản hiến đất và niêm yết kinh phí tại nhà văn hóa khu phố.',
  survey: 'Phường đã khảo sát hiện trường, ghi nhận xe khách ra vào đón khách từ 5 giờ đến 7 giờ.',
  beyond: 'Việc cấm dừng đỗ và lắp biển báo vượt thẩm quyền của phường, kính chuyển UBND Quận 12 chủ trì.',
  jointVisit: 'Đã khảo sát liên ngành cùng Sở Giao thông vận tải, Công an Quận 12 và phường Thới An.',
  jointVisitToday: 'Đã khảo sát liên ngành cùng Phòng Cảnh sát giao thông, UBND và Công an phường Thới An.',
  posts:
    'Đã xem xét: giới thiệu nhân sự Phó Chủ tịch UBND trong tháng tới; từ tháng này phường tổ chức hội nghị nhân dân hằng tháng.',
  groups: 'Ghi nhận kiến nghị. Giao UBND phường cân đối kinh phí hỗ trợ các Tổ nhân dân tự quản từ quý sau.',
  alleys: 'Đã vận động 12 trong 15 hộ dọc hai kiệt đồng thuận hiến đất; tiếp tục vận động các hộ còn lại.',
  signs: 'Đã lắp biển cấm dừng đỗ xe khách tại hai lối vào khu dân cư; Công an phường tuần tra mỗi sáng.',
  direction:
    'Ghi nhận kiến nghị. Chỉ đạo: mở lớp tập huấn cho Ban điều hành các khu phố mới trong tháng 12/2024.',
  cityDecision:
    'Giao Sở Giao thông vận tải phối hợp UBND Quận 12 lắp biển cấm dừng đỗ xe khách, hoàn thành trong tuần.',
} as const;

/** Not from the press: made up from beginning to end, as are the persons. */
export const DENUNCIATION = {
  unit: 'w:26773@2025-07',
  accused: { agency: 'ubnd-xa/w:26773@2025-07' },
  person: 'Ông Đỗ Văn Khánh, công chức địa chính phường',
  description:
    'Nhiều lần đòi tiền ngoài quy định của các hộ xin cấp phép sửa nhà, hộ nào không đưa thì hồ sơ bị để lại nhiều tháng không trả lời.',
  evidence: 'Có ghi chép ngày, giờ và hai người cùng chứng kiến.',
  denouncer: { name: 'Hoàng Thị Lựu', address: 'Số 8 đường Vườn Ươm, phường Thới An' },
  consent: true,
} as const;

export const DENUNCIATION_ON_PAPER = {
  unit: 'w:26773@2025-07',
  accused: { agency: 'ubnd-xa/w:26773@2025-07' },
  person: 'Bà Lý Thị Hạnh, nhân viên bộ phận một cửa',
  description: 'Nhận hồ sơ của người quen trước, nhiều người dân chờ từ sáng đến chiều không được gọi tên.',
  denouncer: { name: 'Mai Văn Tư', address: 'Số 21 đường Vườn Ươm, phường Thới An' },
  channel: 'post',
  lateReason: 'forwarded',
} as const;
