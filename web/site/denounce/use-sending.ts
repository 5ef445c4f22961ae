import { useRef, useState } from 'preact/hooks';
import { v4 } from 'uuid';
import { ApiError } from '../call.js';
import type { DenunciationReceipt } from '../sealed-api.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { fieldErrorsOf } from '../ui/field-errors.js';

const NOTHING_WRONG = { title: '', detail: '', errors: {} as FieldErrors };

/** A fault of one file stands under its number. */
const toField = ([field, message]: [string, string]): [string, string] => [
  /^\d+$/.test(field) ? 'files' : field,
  message,
];

const refusalOf = (error: unknown) => {
  if (!(error instanceof ApiError)) throw error;
  const errors = Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(toField));
  return { title: error.words.title, detail: error.words.detail, errors };
};

/** A form of the sealed lane: what was typed, what is wrong with it, and the sending. */
export const useSending = <Draft extends object>(form: {
  empty: Draft;
  check: (draft: Draft) => FieldErrors;
  send: (draft: Draft, key: string) => Promise<DenunciationReceipt>;
  onReceipt: (receipt: DenunciationReceipt) => void;
}) => {
  const [draft, setDraft] = useState(form.empty);
  const [refusal, setRefusal] = useState(NOTHING_WRONG);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  // In memory only, and another one as soon as something is changed: what is sent then is another text.
  const key = useRef(v4());
  const change = (part: Partial<Draft>): void => {
    key.current = v4();
    setDraft((before) => ({ ...before, ...part }));
  };
  const send = async (): Promise<void> => {
    if (isSending) return;
    const errors = form.check(draft);
    setAttempt(attempt + 1);
    if (Object.keys(errors).length > 0) {
      setRefusal({ title: 'Chưa gửi được, xin bổ sung', detail: '', errors });
      return;
    }
    setSending(true);
    try {
      form.onReceipt(await form.send(draft, key.current));
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setSending(false);
    }
  };
  return { draft, change, refusal, attempt, isSending, send };
};
