import { useState } from 'preact/hooks';
import { DuplicateSearch } from '../ui/duplicate-search.js';

/** The desk looks whether a matter was handed in before, by the code of the new one. */
export const DuplicatesCard = ({ token }: { token: string }) => {
  const [code, setCode] = useState('');
  const typed = code.trim();
  return (
    <section class="card no-print" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">Kiến nghị trùng</h2>
      <div class="field">
        <label for="duplicate-code">Mã kiến nghị</label>
        <input
          id="duplicate-code"
          type="text"
          maxLength={40}
          autocomplete="off"
          value={code}
          onInput={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
      </div>
      <DuplicateSearch token={token} codes={typed === '' ? [] : [typed]} />
    </section>
  );
};
