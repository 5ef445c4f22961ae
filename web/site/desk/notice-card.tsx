import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Notice } from '../../../core/petition/notices.js';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { wordsOr } from '../../words/labels.js';
import { api, type DeliveredBy, type DeskNotice } from '../api.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';

const KIND_WORDS: Record<Notice['kind'] | 'digest', string> = {
  digest: 'Thư tổng hợp: nhắc đơn vị về mọi kiến nghị đang giữ',
  decision: 'Trả lời người dân',
  question: 'Hỏi thêm người dân',
  receipt: 'Báo người dân: đã tiếp nhận',
  accepted: 'Báo người dân: đơn vị đã nhận giải quyết',
  'withdrawal-noted': 'Báo người dân: đã ghi nhận việc rút kiến nghị',
  'receipt-renewed': 'Báo người dân: đã cấp lại phiếu tiếp nhận',
  merged: 'Báo người dân: đã gộp với kiến nghị cùng nội dung',
  unmerged: 'Báo người dân: không còn gộp, giải quyết riêng',
  moved: 'Báo người dân: đã chuyển đơn vị',
  extended: 'Báo người dân: gia hạn trả lời',
  split: 'Báo người dân: đã tách thành các vụ việc',
  reclassified: 'Báo người dân: đã phân loại lại',
  'wait-moved': 'Báo người dân: thời gian chờ bổ sung được tính lại',
  'date-moved': 'Báo người dân: hạn trả lời được tính lại',
  assignment: 'Báo đơn vị: kiến nghị mới',
  'escalated-to-you': 'Báo đơn vị: kiến nghị chuyển lên do quá hạn',
  reminder: 'Nhắc đơn vị sắp đến hạn',
  overdue: 'Nhắc đơn vị đã quá hạn',
  'follow-up': 'Nhắc đơn vị theo dõi lại',
  informed: 'Báo đơn vị phối hợp',
  'first-notice': 'Nhắc đơn vị đã quá hạn thông báo cho người dân',
  answered: 'Báo đơn vị: người dân đã bổ sung',
  'deadline-moved': 'Báo đơn vị: thời hạn được tính lại',
  resumed: 'Báo đơn vị: hết thời gian chờ người dân',
  reopened: 'Báo đơn vị: người dân chưa đồng ý, xem xét lại',
  'appealed-to-you': 'Báo cấp trên: người dân đề nghị xem xét',
  withdrawn: 'Báo đơn vị: người dân đã rút kiến nghị',
  'moved-away': 'Báo đơn vị: kiến nghị đã chuyển đi',
  'support-requested': 'Đề nghị phối hợp',
  'support-reminder': 'Nhắc hạn phối hợp',
  'support-overdue': 'Quá hạn phối hợp',
  'support-escalated-to-you': 'Phối hợp quá hạn, chuyển cấp trên',
  'support-deadline-moved': 'Báo đơn vị phối hợp: hạn được tính lại',
  'support-transferred-to-you': 'Đề nghị phối hợp chuyển đến',
  'support-transferred': 'Báo đơn vị chủ trì: đề nghị phối hợp chuyển đơn vị khác',
  'support-extension-requested': 'Đơn vị phối hợp đề nghị gia hạn',
  'support-extension-allowed': 'Đồng ý gia hạn phối hợp',
  'support-extension-refused': 'Không đồng ý gia hạn phối hợp',
  'support-moved-away': 'Đề nghị phối hợp đã chuyển đơn vị khác',
  'support-ended': 'Không cần phối hợp nữa',
  'support-answered': 'Đơn vị phối hợp đã trả lời',
  'support-declined': 'Đơn vị phối hợp báo không phối hợp được',
  'support-late': 'Đơn vị phối hợp quá hạn',
  'support-unanswerable': 'Không còn đơn vị phối hợp',
  'site-visit': 'Mời khảo sát hiện trường',
  arbitrate: 'Báo cấp trên: đề nghị quyết định đơn vị giải quyết',
  directed: 'Báo đơn vị: cấp trên giao giải quyết',
  'extension-requested': 'Báo cấp trên: đề nghị gia hạn',
  'extension-approved': 'Báo đơn vị: cấp trên đồng ý gia hạn',
  'extension-refused': 'Báo đơn vị: cấp trên không đồng ý gia hạn',
  'assigned-to-you': 'Báo người, bộ phận được giao trong đơn vị',
  'approval-requested': 'Trình người đứng đầu đơn vị phê duyệt trả lời',
  'answer-approved': 'Báo người trình: trả lời đã được phê duyệt',
  'answer-returned': 'Báo người trình: dự thảo được trả lại',
  'draft-void': 'Báo người đứng đầu: dự thảo hết hiệu lực',
  'answer-code': 'Gửi người đứng đầu mã phê duyệt trả lời',
  'unreachable-unit': 'Báo cấp trên: đơn vị không nhận được thư',
};

/** The kind itself for one that this page does not know yet. */
const kindWords = (kind: string): string => wordsOr(KIND_WORDS, kind);

const WAYS: readonly [DeliveredBy, string][] = [
  ['phone', 'Đã báo qua điện thoại'],
  ['post', 'Đã gửi bưu điện'],
  ['desk', 'Đã trao tại bàn'],
];

const ROLE_WORDS = { main: '', alternate: ' (người dự phòng)', head: ' (thủ trưởng)' } as const;

type Row = readonly [string, ComponentChildren];

const phoneLink = (phone: string | null): ComponentChildren =>
  phone === null ? 'Không để lại' : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>;

const recipientRows = ({ to }: DeskNotice): Row[] =>
  to.kind === 'agency'
    ? [['Báo cho', `${to.name}${ROLE_WORDS[to.role]}`]]
    : [
        ['Người gửi kiến nghị', to.name],
        ['Điện thoại', phoneLink(to.phone)],
        ['Thư điện tử', to.email],
        ['Địa chỉ sự việc', to.address],
      ];

interface CardProps {
  notice: DeskNotice;
  token: string;
  done: () => void;
  /** Opens its letter, which names the resident. */
  openLetter: () => void;
}

const Ways = ({ notice, token, done, openLetter }: CardProps) => {
  const [failure, setFailure] = useState<unknown>();
  return (
    <>
      {failure === undefined ? null : <Failure error={failure} />}
      <div class="buttons no-print">
        {notice.to.kind === 'resident' ? (
          <button type="button" onClick={openLetter}>
            Mở thư để in
          </button>
        ) : null}
        {WAYS.map(([by, label]) => (
          <button
            key={by}
            type="button"
            class="second"
            onClick={() => {
              api.recordDelivery(token, notice, by).then(done, setFailure);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
};

/** One message that no mail could bring: to whom, what, and how it was brought. Prints as a sheet. */
export const NoticeCard = (props: CardProps) => {
  const { notice } = props;
  const heading = `notice-${notice.petitionId}-${notice.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>
        {kindWords(notice.kind)}: <span class="code">{codeWords(notice.code)}</span>
      </h2>
      <Facts rows={[...recipientRows(notice), ['Cần báo từ', instantWords(notice.promisedAt)]]} />
      {notice.said !== null ? <p class="quote">{notice.said}</p> : null}
      <Ways {...props} />
    </section>
  );
};
