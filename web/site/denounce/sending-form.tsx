import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../ui/error-summary.js';
import type { useSending } from './use-sending.js';

/** The frame of a form of the sealed lane: what is wrong first, then its parts, then the button. */
export const SendingForm = ({
  sending: { refusal, attempt, isSending, send },
  labels,
  words,
  children,
}: {
  sending: Pick<ReturnType<typeof useSending>, 'refusal' | 'attempt' | 'isSending' | 'send'>;
  labels: Record<string, string>;
  words: { send: string; sending: string };
  children: ComponentChildren;
}) => (
  <>
    {refusal.title === '' ? null : <ErrorSummary {...refusal} labels={labels} attempt={attempt} />}
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <button type="submit" aria-disabled={isSending}>
        {isSending ? words.sending : words.send}
      </button>
    </form>
  </>
);
