import type { TaskFormView, TaskPageView } from '../../web/server/views.js';
import { decisionsIn } from '../../core/petition/transitions.js';

export const taskForm = (change: Partial<TaskFormView> = {}): TaskFormView => ({
  decisions: decisionsIn('ASSIGNED'),
  isTriage: false,
  evidenceRule: 'photo',
  peers: [
    { id: 'ubnd-xa/w:26776@0', name: 'UBND phường Hiệp Thành' },
    { id: 'ubnd-xa/w:26779@0', name: 'UBND phường Thạnh Xuân' },
  ],
  openQuestions: [{ key: 'duong-tp', question: 'Vị trí nằm trên đường do thành phố quản lý?' }],
  directTargets: [{ id: 'ubnd-xa/w:26773@0', name: 'UBND phường Thới An' }],
  untilBetween: {
    direct: { first: '2023-03-14', last: '2023-03-24' },
    commit: { first: '2023-03-14', last: '2023-03-21' },
    'request-extension': { first: '2023-03-25', last: '2023-04-14' },
  },
  categories: [
    {
      ...{ code: 'DATDAI', label: 'Đất đai' },
      questions: [{ key: 'boi-thuong', question: 'Về bồi thường của một dự án?', answer: null }],
    },
  ],
  extendBetween: { first: '2023-03-18', last: '2023-03-24' },
  support: {
    candidates: [{ id: 'ca-xa/w:26773@0', name: 'Công an phường Thới An' }],
    others: [{ id: 'ubnd-xa/w:26776@0', name: 'UBND phường Hiệp Thành' }],
    open: [{ id: 'support-1', name: 'Điện lực Quận 12' }],
    extensions: [{ thread: 'support-1', holderName: 'Điện lực Quận 12', until: '2023-03-16T10:00:00.000Z' }],
    days: { first: '2023-03-14', last: '2023-03-17' },
    visitDays: { first: '2023-03-14', last: '2023-06-12' },
  },
  duplicateCandidates: [
    {
      ...{ code: '7K3M9Q2P4TXAM', categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông' },
      ...({ receivedAt: '2023-03-08T02:00:00.000Z', status: 'ACCEPTED' } as const),
      holderName: 'UBND phường Thới An',
    },
  ],
  posts: [{ id: 'office-1', name: 'Bộ phận Địa chính – Xây dựng' }],
  needsApproval: {},
  nonce: '0123456789ab.cdefghijklmnopqrstuvwx',
  typed: {},
  errors: [],
  ...change,
});

/** The page of the coaches of Thới An, as the ward sees it on the second working day. */
export const taskView = (change: Partial<TaskPageView> = {}): TaskPageView => ({
  now: '2023-03-14T02:00:00.000Z',
  code: '7K3M9Q2P4TXAN',
  status: 'ASSIGNED',
  lane: 'admin',
  isUrgent: false,
  categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
  placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
  address: 'Khu dân cư Phú Nhuận',
  point: { lat: 10.869, lon: 106.6523 },
  description:
    'Nhiều xe khách loại lớn thường xuyên chạy vào các tuyến đường nội bộ của khu dân cư để đón khách, dừng đỗ kín lối đi.\n\nTrong khu có đông trẻ em.',
  photos: [{ href: '/t/abc/files/0', label: 'Ảnh 1' }],
  receivedAt: '2023-03-10T02:00:00.000Z',
  submitter: { kind: 'household', name: 'Trần Thị Mai', phone: '0900 000 001' },
  holderName: 'UBND phường Thới An',
  supportNames: ['Công an phường Thới An'],
  isTriage: false,
  isLastOwner: false,
  acceptedAt: null,
  acceptBy: { at: '2023-03-13T10:00:00.000Z', provisional: false, workingDays: 1 },
  resolveBy: { at: '2023-03-17T10:00:00.000Z', provisional: false, workingDays: 3 },
  followUpAt: null,
  rule: {
    id: 'GT-BIEN-1',
    basis: '',
    status: 'assumed',
    reason: 'Biển báo, cấm dừng đỗ: UBND phường nơi xảy ra sự việc khảo sát và giải quyết trước.',
  },
  inside: { assignedTo: null, proposal: null, voidSince: null },
  superior: {
    passedBy: [],
    isDirected: false,
    owesCommitment: false,
    commitment: null,
    missed: [],
    request: null,
  },
  hops: [{ at: '2023-03-10T02:00:05.000Z', kind: 'routed', toName: 'UBND phường Thới An' }],
  remarks: [
    { at: '2023-03-13T03:00:00.000Z', type: 'ProgressNoted', text: 'Đã khảo sát hiện trường ngày 13/3.' },
  ],
  supports: [],
  duplicates: { main: null, followers: 0, followerFiles: [], candidates: [] },
  form: taskForm(),
  ...change,
});
