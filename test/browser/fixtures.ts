import type { Holding } from '../../core/use-cases/list-holdings.js';
import type { ListedPetition } from '../../core/ports/audit.js';
import { genesisHash, sealEvent } from '../../core/audit/chain.js';
import type { CategoryItem, DeskNotice, HistoryEvent, TrackedStatus } from '../../web/site/api.js';

/** Answers of the API as the pages meet them; a slice of the registry, one petition, one notice. */
export const CATEGORIES: CategoryItem[] = [
  {
    code: 'TTDT',
    label: 'Trật tự đô thị: lấn chiếm vỉa hè, lòng đường, giữ xe trái phép',
    explain: 'Vỉa hè, lòng đường, hẻm bị chiếm để buôn bán, để xe, để vật liệu hoặc rác xây dựng.',
    examples: ['Quán nhậu bày bàn ghế kín vỉa hè, người đi bộ phải xuống lòng đường.'],
    questions: [{ key: 'duong-tp', question: 'Vị trí nằm trên đường do thành phố quản lý?' }],
    urgentWhen: '',
    emergency: null,
    elsewhere: 'Biển báo, kẻ vạch: GT-BIEN. Ổ gà, nắp cống: GT-HT.',
  },
  {
    code: 'GT-BIEN',
    label: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
    explain: 'Cần lắp, sửa biển báo, vạch kẻ, đèn tín hiệu; xe lớn, xe khách dừng đỗ trong khu dân cư.',
    examples: ['Xe khách đậu kín đường nội bộ khu dân cư, che khuất tầm nhìn.'],
    questions: [
      { key: 'duong-tp', question: 'Vị trí nằm trên đường do thành phố quản lý?' },
      { key: 'den-tin-hieu', question: 'Có phải đèn tín hiệu, camera hoặc bảng điện tử giao thông không?' },
    ],
    urgentWhen: 'Biển, cột, đèn tín hiệu sắp đổ hoặc gây tai nạn',
    emergency: '113',
    elsewhere: '',
  },
  {
    code: 'ANTT',
    label: 'An ninh trật tự: trộm cắp, ma túy, gây rối',
    explain: 'Trộm cắp, tụ tập gây rối, ma túy, cờ bạc, cho vay nặng lãi, mất an toàn khu dân cư.',
    examples: [],
    questions: [],
    urgentWhen: 'Đang xảy ra, có người bị đe dọa',
    emergency: '113',
    elsewhere: '',
    hidesSubmitter: true,
  },
  {
    code: 'TOCHUC',
    label: 'Tổ chức, nhân sự khu phố, phường; hoạt động Mặt trận, đoàn thể',
    explain: 'Ý kiến về tổ chức, nhân sự khu phố, phường; kiến nghị gửi cấp ủy, Mặt trận.',
    examples: [],
    questions: [],
    urgentWhen: '',
    emergency: null,
    elsewhere: '',
  },
];

export const UNITS = [
  { id: 'w:26773@2025-07', name: 'Phường Thới An, Thành phố Hồ Chí Minh', isCurrent: true },
  { id: 'w:26773@0', name: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh', isCurrent: false },
];

export const PROVINCES = [
  { id: 'p:01@0', name: 'Thành phố Hà Nội', isCurrent: true },
  { id: 'p:79@2025-07', name: 'Thành phố Hồ Chí Minh', isCurrent: true },
  { id: 'p:79@0', name: 'Thành phố Hồ Chí Minh', isCurrent: false, validTo: '2025-07-01' },
];

export const CODE = '7K3M-9Q2P-4TXA-N';

export const RECEIPT = {
  code: CODE,
  secret: '8b1f0c52d94e7a63f0a1',
  statusUrl: `/api/petitions/${CODE}`,
  status: 'SUBMITTED',
  matters: [],
  promised: { firstNoticeBy: '2023-03-24T10:00:00.000Z', resolveBy: '2023-03-17T10:00:00.000Z' },
};

const term = (at: string) => ({
  at,
  term: 'thuong.resolve',
  calendar: '0123456789abcdef',
  provisional: false,
});

export const TRACKED: TrackedStatus = {
  code: CODE,
  category: 'GT-BIEN',
  categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
  status: 'RESOLVED',
  holder: null,
  receivedAt: '2023-03-10T02:00:00.000Z',
  dueAt: term('2023-03-20T10:00:00.000Z').at,
  provisional: false,
  late: false,
  workingDays: null,
  hops: [
    {
      at: '2023-03-10T02:00:05.000Z',
      kind: 'routed',
      from: null,
      to: 'ubnd-xa/w:26773@0',
      toName: 'UBND phường Thới An',
    },
    {
      at: '2023-03-13T03:10:00.000Z',
      kind: 'beyond-competence',
      from: 'ubnd-xa/w:26773@0',
      to: 'ubnd-huyen/d:761@0',
      toName: 'UBND Quận 12',
    },
  ],
  dateMoves: [],
  commitment: null,
  outcome: {
    kind: 'resolved',
    at: '2023-03-20T02:00:00.000Z',
    agencyId: 'ubnd-huyen/d:761@0',
    agencyName: 'UBND Quận 12',
    agencyTier: 'huyen',
    ground: null,
    track: null,
    documentNo: '125/UBND-ĐT',
    signedFile: { sha256: 'a'.repeat(64), size: 204_800 },
    answer: 'Đã lắp biển cấm dừng đỗ xe khách tại hai lối vào khu dân cư; Công an phường tuần tra mỗi sáng.',
  },
  feedbackUntil: '2023-03-27T10:00:00.000Z',
  question: null,
  feedback: null,
  supports: [],
  mergedAt: null,
  closedAt: null,
};

export const LISTED: ListedPetition = {
  id: '0186ca00-0000-7000-8000-000000000001',
  code: CODE.replaceAll('-', ''),
  category: 'GT-BIEN',
  status: 'ASSIGNED',
  provinceId: 'p:79@0',
  unitId: 'w:26773@0',
  holder: { id: 'ubnd-xa/w:26773@0', name: 'UBND phường Thới An', tier: 'xa' },
  receivedAt: '2023-03-10T02:00:00.000Z',
  dueAt: '2023-03-17T10:00:00.000Z',
  decidedAt: null,
  decidedBy: null,
  clockStoppedAt: null,
  closedAt: null,
  late: true,
  daysLate: 3,
  lane: 'admin',
  serviceClass: 'thuong',
  tier: 'xa',
  heldSince: '2023-03-10T02:00:00.000Z',
  formerHolders: [],
  escalations: 0,
  transfers: 0,
  reopenings: 0,
  undelivered: 0,
  isProvisional: false,
};

/** What a unit held at an instant. */
export const HOLDING: Holding = {
  id: LISTED.id,
  code: CODE,
  category: 'GT-BIEN',
  status: 'ASSIGNED',
  holder: { id: 'ubnd-xa/w:26773@0', name: 'UBND phường Thới An', tier: 'xa' },
  heldSince: '2023-03-10T02:00:00.000Z',
  receivedAt: '2023-03-10T02:00:00.000Z',
  dueAt: '2023-03-17T10:00:00.000Z',
  resolveBy: '2023-03-17T10:00:00.000Z',
  late: false,
};

const sealed = (prevHash: string, seq: number, happening: { type: string; data: object }) =>
  sealEvent(prevHash, {
    schema: 1,
    petitionId: LISTED.id,
    seq,
    at: LISTED.receivedAt,
    actor: { kind: 'system' },
    release: 'r1',
    ...happening,
  });

const first = sealed(genesisHash(LISTED.id), 1, { type: 'PetitionSubmitted', data: { category: 'GT-BIEN' } });

/** A history whose hashes are right. */
export const HISTORY: HistoryEvent[] = [
  first,
  sealed(first.hash, 2, { type: 'ProgressNoted', data: { taskNo: 1, text: { digest: 'd'.repeat(64) } } }),
];

export const RECORD = {
  ...LISTED,
  categoryLabel: TRACKED.categoryLabel,
  placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
  outcome: null,
  task: { holder: LISTED.holder, rule: { id: 'GT-BIEN-1' } },
  supports: [],
};

export const DESK_NOTICE: DeskNotice = {
  petitionId: LISTED.id,
  id: '000007-0',
  kind: 'decision',
  code: CODE,
  promisedAt: '2023-03-20T02:00:00.000Z',
  to: { kind: 'resident', name: 'Trần Thị Mai', phone: '0900 000 001', email: null, address: null },
  said: TRACKED.outcome?.answer ?? null,
};
