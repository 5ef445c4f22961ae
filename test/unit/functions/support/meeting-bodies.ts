/** The ward of the meetings. */
export const CAU_KHO = 'w:26761@0';
export const SUBMITTER = { kind: 'person', name: 'Trần Thị Mai', phone: '0900 000 001' };
export const PAVEMENT = {
  category: 'TTDT',
  description: 'Vỉa hè đường Trần Hưng Đạo bị hàng quán lấn chiếm, người đi bộ phải xuống lòng đường.',
  submitter: SUBMITTER,
};
export const PERMIT = {
  category: 'XD',
  description: 'Đề nghị hướng dẫn thủ tục xin phép sửa chữa nhà trong hẻm 30 Nguyễn Cảnh Chân.',
  submitter: { kind: 'household', name: 'Hộ ông Lê Văn Tám' },
};
export const POSTS = {
  category: 'TOCHUC',
  description: 'Phường còn thiếu cán bộ, đề nghị Quận ủy xem xét, bố trí đủ chức danh.',
  submitter: { kind: 'organisation', name: 'Đảng ủy phường Cầu Kho' },
  followUpOn: '2023-04-14',
};
export const MEETING = {
  kind: 'PEOPLE_CONFERENCE',
  heldOn: '2023-03-10',
  unit: CAU_KHO,
  consent: true,
  items: [PAVEMENT, PERMIT],
};
