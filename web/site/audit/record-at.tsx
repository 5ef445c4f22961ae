import { useState } from 'preact/hooks';
import { api, type PetitionRecord } from '../api.js';
import { Failure } from '../ui/failure.js';
import { InstantField } from './instant-field.js';
import { instantOf } from './local-instant.js';
import { RecordFacts } from './record-facts.js';

/** The petition as it stood at a moment: who held it, what was due, whether it was late then. */
export const RecordAt = ({ token, id }: { token: string; id: string }) => {
  const [typed, setTyped] = useState('');
  const [record, setRecord] = useState<PetitionRecord | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const ask = (): void => {
    setRecord(null);
    api.auditPetition(token, id, instantOf(typed)).then(
      (found) => {
        setFailure(undefined);
        setRecord(found);
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  };
  return (
    <form
      class="no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (instantOf(typed) !== '') ask();
      }}
    >
      <InstantField id="record-at" value={typed} onValue={setTyped} />
      <button type="submit" class="second">
        Xem lúc đó
      </button>
      {failure === undefined ? null : <Failure error={failure} />}
      {record === null ? null : (
        <section aria-labelledby="at-title">
          <h3 id="at-title">Vào lúc đó, theo lịch sử</h3>
          <RecordFacts record={record} />
        </section>
      )}
    </form>
  );
};
