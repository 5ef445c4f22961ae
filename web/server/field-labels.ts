/** Labels of the form's fields; the summary of errors says them before each message. */
export const FIELD_LABELS = {
  text: 'Nội dung',
  evidence: 'Ảnh, văn bản kết quả',
  noEvidenceReason: 'Lý do không có ảnh, văn bản',
  agency: 'Chuyển đến đơn vị',
  until: 'Gia hạn đến hết ngày',
  'until.request-extension': 'Đề nghị gia hạn đến hết ngày',
  'until.direct': 'Giải quyết xong trước hết ngày',
  'until.commit': 'Cam kết xong trước hết ngày',
  'agency.direct': 'Giao cho đơn vị',
  'agency.support-transfer': 'Đơn vị phù hợp để phối hợp',
  'until.support-extend': 'Đề nghị gia hạn trả lời đến hết ngày',
  'thread.allow-support-extension': 'Đồng ý gia hạn cho đơn vị phối hợp',
  'thread.refuse-support-extension': 'Không đồng ý gia hạn cho đơn vị phối hợp',
  ground: 'Căn cứ không thụ lý',
  track: 'Thủ tục phải theo',
  body: 'Cơ quan nhận',
  category: 'Loại việc đúng',
  actorName: 'Họ và tên',
  actorPosition: 'Chức vụ',
  documentNo: 'Số, ký hiệu văn bản (nếu có)',
  supports: 'Đơn vị được đề nghị phối hợp',
  supportUntil: 'Đề nghị trả lời đến hết ngày',
  supportOpenReason: 'Lý do trả lời khi đơn vị phối hợp chưa trả lời',
  contact: 'Giao cho',
  code: 'Mã phê duyệt',
  thread: 'Đề nghị phối hợp không còn cần',
  visitDay: 'Ngày khảo sát',
  visitTime: 'Giờ tập trung',
  visitPlace: 'Địa điểm tập trung',
  duplicateOf: 'Mã kiến nghị cùng nội dung',
  suggestedAgency: 'Lần trước bàn tiếp nhận chuyển đến',
  suggestedCategory: 'Lần trước bàn tiếp nhận phân loại lại thành',
  listedDuplicate: 'Kiến nghị có thể trùng',
  signedFile: 'Văn bản đã ký (tệp đính kèm, nếu có)',
} as const;

/** Label of a field; null for what concerns the choice itself. */
export const labelOfField = (field: string): string | null =>
  Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field as keyof typeof FIELD_LABELS] : null;

/** Controls that belong to one decision and stand for a field that several have. */
export const OWN_CONTROLS: readonly string[] = Object.keys(FIELD_LABELS).filter((name) => name.includes('.'));
