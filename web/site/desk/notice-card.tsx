import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { api, type DeliveredBy, type DeskNotice } from '../api.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';

const KIND_WORDS: Record<string, string> = {
  decision: 'Trả lời người dân',
  assignment: 'Báo đơn vị: kiến nghị mới',
  'escalated-to-you': 'Báo đơn vị: kiến nghị chuyển lên do quá hạn',
  reminder: 'Nhắc đơn vị sắp đến hạn',
  overdue: 'Nhắc đơn vị đã quá hạn',
  'follow-up': 'Nhắc đơn vị theo dõi lại',
};

const WAYS: readonly [DeliveredBy, string][] = [
  ['phone', 'Đã báo qua điện thoại'],
  ['post', 'Đã gửi bưu điện'],
  ['desk', 'Đã trao tại bàn'],
];

type Row = readonly [string, ComponentChildren];

const phoneLink = (phone: string | null): ComponentChildren =>
  phone === null ? 'Không để lại' : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>;

const recipientRows = ({ to }: DeskNotice): Row[] =>
  to.kind === 'agency'
    ? [['Báo cho', `${to.name}${to.role === 'head' ? ' (thủ trưởng)' : ''}`]]
    : [
        ['Người gửi kiến nghị', to.name],
        ['Điện thoại', phoneLink(to.phone)],
        ['Thư điện tử', to.email],
        ['Địa chỉ sự việc', to.address],
      ];

const Ways = ({ notice, token, done }: { notice: DeskNotice; token: string; done: () => void }) => {
  const [failure, setFailure] = useState<unknown>();
  return (
    <>
      {failure === undefined ? null : <Failure error={failure} />}
      <div class="buttons no-print">
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
export const NoticeCard = ({
  notice,
  token,
  done,
}: {
  notice: DeskNotice;
  token: string;
  done: () => void;
}) => {
  const heading = `notice-${notice.petitionId}-${notice.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>
        {KIND_WORDS[notice.kind] ?? notice.kind}: <span class="code">{codeWords(notice.code)}</span>
      </h2>
      <Facts rows={[...recipientRows(notice), ['Cần báo từ', instantWords(notice.promisedAt)]]} />
      {notice.answer !== null ? <p class="quote">{notice.answer}</p> : null}
      <Ways notice={notice} token={token} done={done} />
    </section>
  );
};
