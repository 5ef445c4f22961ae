/** Holds the petition of `COACHES` until a decision. */
export const WARD = 'ubnd-xa/w:26773@0';

/** The decision of an official who settles it at once. */
export const RESOLUTION = {
  decision: 'resolve',
  text: 'Đã lắp biển cấm dừng đỗ xe khách tại hai lối vào khu dân cư; Công an phường tuần tra mỗi sáng.',
  noEvidenceReason: 'Ảnh sẽ được bổ sung trong tuần.',
  actorName: 'Nguyễn Văn An',
  actorPosition: 'Chủ tịch UBND phường',
} as const;
