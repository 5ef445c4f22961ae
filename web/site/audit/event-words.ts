import type { EventType } from '../../../core/events.js';
import { wordsOr } from '../../words/labels.js';

const EVENT_WORDS: Record<EventType, string> = {
  PetitionSubmitted: 'Tiếp nhận kiến nghị',
  PetitionRouted: 'Giao đơn vị có thẩm quyền',
  TaskAccepted: 'Đơn vị nhận giải quyết',
  PetitionResolved: 'Giải quyết, trả lời',
  PetitionRejected: 'Không thụ lý',
  PetitionTransferred: 'Chuyển đơn vị cùng cấp',
  BeyondCompetenceDeclared: 'Vượt thẩm quyền, chuyển cấp trên',
  DeadlineExtended: 'Gia hạn',
  PetitionReclassified: 'Phân loại lại theo nội dung',
  PetitionGuided: 'Hướng dẫn sang thủ tục khác',
  PetitionForwarded: 'Chuyển đến cơ quan ngoài hệ thống',
  ResidentAsked: 'Hỏi thêm người dân, tạm dừng thời hạn',
  ResidentAnswered: 'Người dân trả lời, thời hạn tính tiếp',
  ResidentSupplemented: 'Người dân bổ sung',
  DeadlinesRecounted: 'Tính lại thời hạn theo lịch làm việc mới',
  PauseEnded: 'Hết thời gian chờ, thời hạn tính tiếp',
  PetitionWithdrawn: 'Người dân rút kiến nghị',
  FeedbackGiven: 'Người dân phản hồi về trả lời',
  PetitionReopened: 'Người dân chưa đồng ý, xem xét lại',
  PetitionAppealed: 'Người dân chưa đồng ý, chuyển cấp trên',
  ProgressNoted: 'Ghi tiến độ',
  HolderReminded: 'Nhắc đơn vị đang giữ',
  PetitionEscalated: 'Quá hạn, chuyển cấp trên',
  PetitionReassigned: 'Đổi đơn vị do sắp xếp lại tổ chức',
  AnswerDelivered: 'Trả lời đã đến người dân',
  NoticeUndelivered: 'Thư không đến được người nhận',
  PetitionClosed: 'Kết thúc',
};

const ACTOR_WORDS: Record<string, string> = {
  resident: 'người dân',
  agency: 'đơn vị',
  operator: 'cán bộ tiếp nhận',
  system: 'hệ thống',
};

export const eventWords = (type: string): string => wordsOr(EVENT_WORDS, type);

/** "đơn vị ubnd-xa/…": kind and id; the history holds no names. */
export const actorWords = (actor: { kind: string; agencyId?: string; userId?: string }): string =>
  [ACTOR_WORDS[actor.kind] ?? actor.kind, actor.agencyId ?? actor.userId ?? ''].join(' ').trim();
