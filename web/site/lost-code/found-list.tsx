import { useState } from 'preact/hooks';
import { v4 } from 'uuid';
import { codeWords } from '../../words/code.js';
import { dayWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { api, type DeskWho, type FoundPetition, type NewReceipt } from '../api.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { LongTextField } from '../ui/fields.js';

const SHORTEST_REASON = 5;
const LONGEST_REASON = 300;

interface ListProps {
  token: string;
  who: DeskWho;
  items: readonly FoundPetition[];
  onReceipt: (receipt: NewReceipt) => void;
}

/** Asks why; pressed twice, the button still gives one receipt. */
const RecoverForm = ({ token, who, item, onReceipt }: Omit<ListProps, 'items'> & { item: FoundPetition }) => {
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(() => v4());
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isShort = reason.trim().length < SHORTEST_REASON;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort)
          api
            .newReceipt(token, item.petitionId, { ...who, reason: reason.trim(), key })
            .then(onReceipt, setFailure);
      }}
    >
      {failure === undefined ? null : <Failure error={failure} />}
      <LongTextField
        id={`reason-${item.petitionId}`}
        label="Lý do cấp lại phiếu"
        hint="Ghi cả cách đã nhận ra đúng người gửi, không ghi số giấy tờ."
        error={isTried && isShort ? 'Ghi lý do, ít nhất 5 ký tự.' : undefined}
        value={reason}
        onValue={(typed) => {
          setReason(typed);
          // Another reason is another request.
          setKey(v4());
        }}
        maxLength={LONGEST_REASON}
      />
      <p class="note">Mã bí mật trên phiếu cũ sẽ hết giá trị, cả trong những thư điện tử đã gửi.</p>
      <button type="submit">Cấp lại phiếu</button>
    </form>
  );
};

/** What was found: codes with category and day. Texts are not shown: they are none of the desk's business here. */
export const FoundList = ({ items, ...about }: ListProps) => {
  const [chosen, setChosen] = useState('');
  return (
    <>
      {items.map((item) => (
        <section key={item.petitionId} class="card no-print" aria-labelledby={`found-${item.petitionId}`}>
          <h2 id={`found-${item.petitionId}`}>
            <span class="code">{codeWords(item.code)}</span>
          </h2>
          <Facts
            rows={[
              ['Loại việc', item.categoryLabel],
              ['Ngày tiếp nhận', dayWords(item.receivedOn)],
              ['Tình trạng', STATUS_WORDS[item.status]],
            ]}
          />
          {!item.canRecover ? (
            <p>Kiến nghị đã kết thúc: chỉ cần đọc lại mã để tra cứu, không cấp lại mã bí mật.</p>
          ) : chosen === item.petitionId ? (
            <RecoverForm {...about} item={item} />
          ) : (
            <button
              type="button"
              class="second"
              onClick={() => {
                setChosen(item.petitionId);
              }}
            >
              Cấp lại phiếu cho kiến nghị này
            </button>
          )}
        </section>
      ))}
    </>
  );
};
