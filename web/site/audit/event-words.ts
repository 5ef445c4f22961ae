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
  ArbitrationRequested: 'Đề nghị cấp trên chung quyết định đơn vị',
  PetitionDirected: 'Cấp trên giao đơn vị giải quyết',
  ExtensionRequested: 'Đề nghị cấp trên gia hạn thêm',
  ExtensionApproved: 'Cấp trên đồng ý gia hạn',
  ExtensionRefused: 'Cấp trên không đồng ý gia hạn',
  CommitmentMade: 'Cam kết ngày hoàn thành',
  AnswerDelivered: 'Trả lời đã đến người dân',
  NoticeUndelivered: 'Thư không đến được người nhận',
  PetitionSplit: 'Tách thành các vụ việc',
  MatterEnded: 'Một vụ việc kết thúc',
  CodeRecovered: 'Cấp lại phiếu tiếp nhận tại bàn',
  PetitionClosed: 'Kết thúc',
  SupportRequested: 'Đề nghị đơn vị khác phối hợp',
  SupportAccepted: 'Đơn vị phối hợp nhận việc',
  SupportNoted: 'Đơn vị phối hợp ghi tiến độ',
  SupportAnswered: 'Đơn vị phối hợp trả lời',
  SupportReminded: 'Nhắc đơn vị phối hợp',
  SupportEscalated: 'Quá hạn phối hợp, chuyển cấp trên của đơn vị phối hợp',
  SupportReassigned: 'Đổi đơn vị phối hợp do sắp xếp lại tổ chức',
  SupportTransferred: 'Đơn vị phối hợp chuyển cho đơn vị phù hợp hơn',
  SupportExtensionRequested: 'Đơn vị phối hợp đề nghị gia hạn',
  SupportExtensionAllowed: 'Đơn vị chủ trì đồng ý gia hạn phối hợp',
  SupportExtensionRefused: 'Đơn vị chủ trì không đồng ý gia hạn phối hợp',
  SupportEnded: 'Dừng đề nghị phối hợp',
  TaskAssigned: 'Giao cho người, bộ phận trong đơn vị',
  AnswerProposed: 'Trình dự thảo trả lời để phê duyệt',
  AnswerReturned: 'Chưa phê duyệt, trả lại dự thảo',
  AnswerCodeFailed: 'Nhập sai mã phê duyệt',
  AnswerCodeRequested: 'Xin mã phê duyệt mới',
  SiteVisitProposed: 'Mời khảo sát hiện trường',
  DuplicateLinked: 'Gộp với kiến nghị cùng nội dung',
  DuplicateUnlinked: 'Bỏ gộp, giải quyết riêng',
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
