import type { SUPPORT_HOP_KINDS } from '../../core/petition/support.js';
import type { SupportDecision, SupportState } from '../../core/petition/support-transitions.js';

/** States of a support task, as pages say them. */
export const SUPPORT_STATE_WORDS: Record<SupportState, string> = {
  REQUESTED: 'Đã đề nghị, chờ đơn vị phối hợp',
  ACCEPTED: 'Đơn vị phối hợp đang thực hiện',
  ANSWERED: 'Đã trả lời',
  DECLINED: 'Không phối hợp được, có nêu lý do',
  ENDED: 'Đã dừng, không cần trả lời nữa',
};

/** The same for the resident: whether there is an answer. */
export const SUPPORT_TRACK_WORDS: Record<SupportState, string> = {
  REQUESTED: 'được đề nghị phối hợp, chưa trả lời',
  ACCEPTED: 'đang phối hợp, chưa trả lời',
  ANSWERED: 'đã trả lời đơn vị chủ trì',
  DECLINED: 'báo không phối hợp được',
  ENDED: 'không cần phối hợp nữa',
};

export const SUPPORT_DECISION_WORDS: Record<SupportDecision, string> = {
  'support-accept': 'Nhận phối hợp',
  'support-note': 'Ghi tiến độ, chưa trả lời',
  'support-answer': 'Trả lời đơn vị chủ trì',
  'support-decline': 'Không phối hợp được, có nêu lý do',
  'support-transfer': 'Chuyển cho đơn vị phù hợp hơn',
  'support-extend': 'Đề nghị đơn vị chủ trì gia hạn',
};

export const SUPPORT_HOP_WORDS: Record<(typeof SUPPORT_HOP_KINDS)[number], string> = {
  requested: 'Đề nghị phối hợp',
  escalated: 'Quá hạn phối hợp, chuyển cấp trên của đơn vị phối hợp',
  transferred: 'Chuyển cho đơn vị phù hợp hơn để phối hợp',
  reassigned: 'Đổi đơn vị phối hợp do sắp xếp lại tổ chức',
};
