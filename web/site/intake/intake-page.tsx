import { useState } from 'preact/hooks';
import { api, type CategoryItem, type SubmittedPetition } from '../api.js';
import { ApiError } from '../call.js';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.js';
import { CategoryStep } from './category-step.js';
import { checkDraft, fieldErrorsOf } from './check-draft.js';
import { ContentStep } from './content-step.js';
import { bodyOf, EMPTY_DRAFT, type Draft } from './draft.js';
import { draftKey, forgetDraftKey } from './draft-key.js';
import { GROUP_LABELS } from './group-draft.js';
import { MATTER_LABELS } from './matter-draft.js';
import { hasOwnTrack, NatureQuestion, type Nature } from './nature-question.js';
import { EmergencyNotice } from './notices.js';
import { PlaceStep } from './place-step.js';
import { Receipt } from './receipt.js';
import { SubmitterStep } from './submitter-step.js';

interface Refusal {
  title: string;
  detail: string;
  errors: FieldErrors;
}

/** Fields whose messages alone would not say which one is meant. */
const LABELS = {
  description: 'Mô tả sự việc',
  name: 'Họ tên hoặc tên tổ chức',
  address: 'Địa chỉ',
  photos: 'Ảnh',
  ...GROUP_LABELS,
  ...MATTER_LABELS,
};

const NOTHING_WRONG: Refusal = { title: '', detail: '', errors: {} };

const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof ApiError)) throw error;
  // The petition before this one was taken in; what is on the page now is another one.
  if (error.problem === 'idempotency-key-reused') forgetDraftKey();
  return { title: error.words.title, detail: error.words.detail, errors: fieldErrorsOf(error.words.issues) };
};

/** Everything that happens between the button and the receipt. */
const useSubmission = (draft: Draft) => {
  const [receipt, setReceipt] = useState<SubmittedPetition | null>(null);
  const [refusal, setRefusal] = useState(NOTHING_WRONG);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    const errors = checkDraft(draft);
    setAttempt(attempt + 1);
    if (Object.keys(errors).length > 0) {
      setRefusal({ title: 'Chưa gửi được, xin bổ sung', detail: '', errors });
      return;
    }
    setSending(true);
    try {
      setReceipt(await api.submit(bodyOf(draft), draftKey()));
      forgetDraftKey();
      setRefusal(NOTHING_WRONG);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setSending(false);
    }
  };
  return {
    receipt,
    refusal,
    attempt,
    isSending,
    send,
    forget: () => {
      setReceipt(null);
    },
  };
};

export const IntakePage = ({ categories }: { categories: readonly CategoryItem[] }) => {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [nature, setNature] = useState<Nature>('');
  const { receipt, refusal, attempt, isSending, send, forget } = useSubmission(draft);
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const category = categories.find(({ code }) => code === draft.category);
  const hidesSubmitter = category?.hidesSubmitter === true;
  if (receipt !== null) {
    const label = category?.label ?? draft.category;
    const again = (): void => {
      setDraft(EMPTY_DRAFT);
      setNature('');
      forget();
    };
    return (
      <Receipt receipt={receipt} categoryLabel={label} placeName={draft.unit?.name ?? null} again={again} />
    );
  }
  const step = { draft, errors: refusal.errors, change };
  return (
    <>
      <h1>Gửi kiến nghị</h1>
      <p class="lead">
        Kiến nghị được chuyển đến cơ quan có thẩm quyền. Quý vị nhận một mã để theo dõi và ngày được trả lời.
      </p>
      <EmergencyNotice />
      <NatureQuestion nature={nature} onNature={setNature} />
      {refusal.title === '' ? null : <ErrorSummary {...refusal} labels={LABELS} attempt={attempt} />}
      {hasOwnTrack(nature) ? null : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSending) void send();
          }}
        >
          <CategoryStep {...step} categories={categories} />
          <PlaceStep {...step} />
          <ContentStep {...step} hidesSubmitter={hidesSubmitter} categories={categories} />
          <SubmitterStep {...step} hidesSubmitter={hidesSubmitter} />
          <button type="submit" aria-disabled={isSending}>
            {isSending ? 'Đang gửi…' : 'Gửi kiến nghị'}
          </button>
        </form>
      )}
    </>
  );
};
