import { useState } from 'preact/hooks';
import type { DeskWho } from '../api.js';
import { TextField } from '../ui/fields.js';

const SHORTEST_CONTACT = 5;
const SHORTEST_NAME = 2;

/** Both are needed: a telephone is shared in a family, a name by many. */
export const SearchForm = ({ onSearch }: { onSearch: (who: DeskWho) => void }) => {
  const [contact, setContact] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const errors = {
    contact: contact.trim().length < SHORTEST_CONTACT ? 'Ghi số điện thoại hoặc thư điện tử.' : undefined,
    name: name.trim().length < SHORTEST_NAME ? 'Ghi họ và tên.' : undefined,
  };
  return (
    <form
      class="card no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (errors.contact === undefined && errors.name === undefined)
          onSearch({ contact: contact.trim(), name: name.trim() });
      }}
    >
      <TextField
        id="contact"
        label="Số điện thoại hoặc thư điện tử đã ghi khi gửi"
        error={isTried ? errors.contact : undefined}
        value={contact}
        onValue={setContact}
        maxLength={254}
        isShort
      />
      <TextField
        id="name"
        label="Họ và tên người gửi"
        hint="Có dấu hay không dấu đều được; cần ít nhất họ và tên."
        error={isTried ? errors.name : undefined}
        value={name}
        onValue={setName}
        maxLength={120}
        isShort
      />
      <button type="submit">Tìm</button>
    </form>
  );
};
