import type { ComponentChildren } from 'preact';
import { Failure } from '../ui/failure.js';
import { TextField } from '../ui/fields.js';
import type { useWord } from './use-word.js';

type Word = ReturnType<typeof useWord>;

interface WordFormProps {
  /** Ids of this form's fields begin with it: several forms stand on the page. */
  id: string;
  word: Word;
  button: string;
  onSend: () => void;
  children: ComponentChildren;
}

/** One form of the resident: its fields, the receipt's secret where it is not known, and what went wrong. */
export const WordForm = ({ id, word, button, onSend, children }: WordFormProps) => (
  <form
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSend();
    }}
  >
    {word.sending.failure === null ? null : <Failure error={word.sending.failure} />}
    {children}
    {word.isSecretKnown && word.sending.errors['secret'] === undefined ? null : (
      <TextField
        id={`${id}-secret`}
        label="Mã bí mật"
        hint="In trên phiếu tiếp nhận, 20 ký tự."
        error={word.sending.errors['secret']}
        value={word.secret}
        maxLength={80}
        onValue={word.setSecret}
      />
    )}
    <button type="submit" disabled={word.sending.isBusy}>
      {button}
    </button>
  </form>
);
