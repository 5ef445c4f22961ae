import { useState } from 'preact/hooks';
import { localDayOf } from '../../../core/time.js';
import { api, type CategoryItem, type MeetingReceipt } from '../api.js';
import { ApiError } from '../call.js';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.js';
import { Failure } from '../ui/failure.js';
import { checkMeeting, meetingErrorsOf } from './check-meeting.js';
import { columnName } from './columns.js';
import { bodyOf, firstDraft, type MeetingDraft } from './draft.js';
import { MeetingFacts } from './meeting-facts.js';
import { MeetingRows } from './meeting-rows.js';
import { requestKey } from './request-key.js';

interface Attempt {
  no: number;
  errors: FieldErrors;
  failure?: unknown;
}

/** "Kiến nghị 3, Nội dung": which field a message of the summary is about. */
const labelsOf = (errors: FieldErrors): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors).flatMap((id) => {
      const [, row, field] = /^row-(\d+)-(\w+)$/.exec(id) ?? [];
      return row === undefined || field === undefined
        ? []
        : [[id, `Kiến nghị ${Number(row) + 1}, ${columnName(field)}`]];
    }),
  );

const useSending = (token: string, onDone: (receipt: MeetingReceipt) => void) => {
  const [attempt, setAttempt] = useState<Attempt>({ no: 0, errors: {} });
  const [isBusy, setBusy] = useState(false);
  const refuse = (errors: FieldErrors, failure?: unknown): void => {
    setAttempt(({ no }) => ({ no: no + 1, errors, failure }));
  };
  const send = async (draft: MeetingDraft): Promise<void> => {
    const body = bodyOf(draft);
    setBusy(true);
    try {
      onDone(await api.recordMeeting(token, body, await requestKey(body)));
    } catch (error) {
      const errors = error instanceof ApiError ? meetingErrorsOf(error.words.issues) : {};
      refuse(errors, error);
    } finally {
      setBusy(false);
    }
  };
  return { attempt, isBusy, refuse, send };
};

const Refused = ({ attempt: { no, errors, failure } }: { attempt: Attempt }) => {
  if (Object.keys(errors).length === 0) return failure === undefined ? null : <Failure error={failure} />;
  return (
    <ErrorSummary
      title="Chưa ghi gì cả, xin sửa các mục sau"
      errors={errors}
      labels={labelsOf(errors)}
      attempt={no}
    />
  );
};

interface FormProps {
  token: string;
  now: string;
  categories: readonly CategoryItem[];
  onDone: (receipt: MeetingReceipt) => void;
}

/** A meeting with what was raised there; nothing at all is a record too. */
export const MeetingForm = ({ token, now, categories, onDone }: FormProps) => {
  const today = localDayOf(now);
  const [draft, setDraft] = useState(() => firstDraft(today));
  const { attempt, isBusy, refuse, send } = useSending(token, onDone);
  const change = (part: Partial<MeetingDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = (): void => {
    const errors = checkMeeting(draft, today, categories);
    if (Object.keys(errors).length > 0) refuse(errors);
    else if (!isBusy) void send(draft);
  };
  const { length } = draft.rows;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Refused attempt={attempt} />
      <MeetingFacts draft={draft} errors={attempt.errors} today={today} change={change} />
      <p class="note">
        Đơn khiếu nại, tố cáo không nhập ở đây: xin hướng dẫn theo thủ tục riêng. Việc đã trả lời xong tại chỗ
        là nội dung biên bản, không phải kiến nghị.
      </p>
      <MeetingRows draft={draft} categories={categories} errors={attempt.errors} change={change} />
      <div class="buttons">
        <button type="submit" aria-disabled={isBusy}>
          {length === 0 ? 'Ghi cuộc họp không có kiến nghị' : `Ghi cuộc họp và ${length} kiến nghị`}
        </button>
        <p role="status">{isBusy ? 'Đang ghi, xin chờ…' : ''}</p>
      </div>
    </form>
  );
};
