import { useRef, useState } from 'preact/hooks';
import { v4 } from 'uuid';
import { ApiError } from '../call.js';
import { sealedApi, type DenunciationReceipt, type LanePlace } from '../sealed-api.js';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.js';
import { fieldErrorsOf } from '../ui/field-errors.js';
import { AccusedFields } from './accused-fields.js';
import { ContentFields, DenouncerFields } from './denouncer-fields.js';
import { checkDenunciation, EMPTY, postOf } from './draft.js';

const NOTHING_WRONG = { title: '', detail: '', errors: {} as FieldErrors };

const LABELS = {
  agency: 'Cơ quan của người bị tố cáo',
  agencyName: 'Tên cơ quan, đơn vị',
  person: 'Người bị tố cáo',
  description: 'Hành vi vi phạm pháp luật',
  name: 'Họ và tên',
  address: 'Địa chỉ',
  consent: 'Đồng ý',
};

const refusalOf = (error: unknown) => {
  if (!(error instanceof ApiError)) throw error;
  return { title: error.words.title, detail: error.words.detail, errors: fieldErrorsOf(error) };
};

const useSending = (unit: string, onReceipt: (receipt: DenunciationReceipt) => void) => {
  const [draft, setDraft] = useState(EMPTY);
  const [refusal, setRefusal] = useState(NOTHING_WRONG);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  // In memory only, and another one as soon as something is changed: what is sent then is another text.
  const key = useRef(v4());
  const change = (part: Partial<typeof EMPTY>): void => {
    key.current = v4();
    setDraft((before) => ({ ...before, ...part }));
  };
  const send = async (): Promise<void> => {
    if (isSending) return;
    const errors = checkDenunciation(draft);
    setAttempt(attempt + 1);
    if (Object.keys(errors).length > 0) {
      setRefusal({ title: 'Chưa gửi được, xin bổ sung', detail: '', errors });
      return;
    }
    setSending(true);
    try {
      onReceipt(await sealedApi.submit(postOf(unit, draft), key.current));
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setSending(false);
    }
  };
  return { draft, change, refusal, attempt, isSending, send };
};

/** The short form of a denunciation. */
export const DenounceForm = ({
  unit,
  place,
  onReceipt,
}: {
  unit: string;
  place: LanePlace;
  onReceipt: (receipt: DenunciationReceipt) => void;
}) => {
  const { draft, change, refusal, attempt, isSending, send } = useSending(unit, onReceipt);
  const part = { draft, errors: refusal.errors, change };
  return (
    <>
      {refusal.title === '' ? null : <ErrorSummary {...refusal} labels={LABELS} attempt={attempt} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <AccusedFields {...part} agencies={place.agencies} />
        <ContentFields {...part} />
        <DenouncerFields {...part} />
        <button type="submit" aria-disabled={isSending}>
          {isSending ? 'Đang gửi…' : 'Gửi tố cáo'}
        </button>
      </form>
    </>
  );
};
