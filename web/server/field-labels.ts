/** Labels of the form's fields; the summary of errors says them before each message. */
export const FIELD_LABELS = {
  text: 'Nội dung',
  evidence: 'Ảnh, văn bản kết quả',
  noEvidenceReason: 'Lý do không có ảnh, văn bản',
  agency: 'Chuyển đến đơn vị',
  until: 'Gia hạn đến hết ngày',
  ground: 'Căn cứ không thụ lý',
  track: 'Thủ tục phải theo',
  body: 'Cơ quan nhận',
  category: 'Loại việc đúng',
  actorName: 'Họ và tên',
  actorPosition: 'Chức vụ',
  documentNo: 'Số, ký hiệu văn bản (nếu có)',
  signedFile: 'Văn bản đã ký (tệp đính kèm, nếu có)',
} as const;

/** Label of a field; null for what concerns the choice itself. */
export const labelOfField = (field: string): string | null =>
  Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field as keyof typeof FIELD_LABELS] : null;
