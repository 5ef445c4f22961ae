import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from '../ui/failure.js';
import { SelectField, TextField, type Option } from '../ui/fields.js';

interface ActFormProps {
  id: string;
  title: string;
  /** What must be chosen; absent where only a number is asked for. */
  choice?: { label: string; options: readonly Option[] };
  /** Is the number of a document needed with this choice? */
  needsNumber: (choice: string) => boolean;
  button: string;
  act: (choice: string, documentNo: string) => Promise<void>;
  children?: ComponentChildren;
}

/** One act on a file: a closed choice, the number of a document, a button. */
export const ActForm = ({ id, title, choice, needsNumber, button, act, children }: ActFormProps) => {
  const [chosen, setChosen] = useState('');
  const [documentNo, setDocumentNo] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const errors = {
    choice: choice !== undefined && chosen === '' ? 'Xin chọn một mục.' : undefined,
    number: needsNumber(chosen) && documentNo.trim() === '' ? 'Xin ghi số, ký hiệu văn bản.' : undefined,
  };
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (errors.choice !== undefined || errors.number !== undefined) return;
        act(chosen, documentNo.trim()).then(() => {
          setFailure(undefined);
        }, setFailure);
      }}
    >
      <h3>{title}</h3>
      {children}
      {choice === undefined ? null : (
        <SelectField
          id={`${id}-choice`}
          label={choice.label}
          error={isTried ? errors.choice : undefined}
          options={[{ id: '', name: 'Xin chọn' }, ...choice.options]}
          value={chosen}
          onValue={setChosen}
        />
      )}
      <TextField
        id={`${id}-number`}
        label={needsNumber(chosen) ? 'Số, ký hiệu văn bản' : 'Số, ký hiệu văn bản (nếu có)'}
        error={isTried ? errors.number : undefined}
        value={documentNo}
        maxLength={40}
        isShort
        onValue={setDocumentNo}
      />
      {failure === undefined ? null : <Failure error={failure} />}
      <button type="submit">{button}</button>
    </form>
  );
};
