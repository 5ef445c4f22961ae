import { useState } from 'preact/hooks';
import { parseCode } from '../../../core/codes/petition-code.js';
import { dayWords } from '../../words/dates.js';
import { SEALED_STATUS_WORDS } from '../../words/sealed-words.js';
import { ApiError } from '../call.js';
import { sealedApi, type DenunciationStatus } from '../sealed-api.js';
import { Facts } from '../ui/facts.js';
import { TextField } from '../ui/fields.js';

const UNKNOWN = 'Không tìm thấy hồ sơ có mã này. Xin kiểm tra lại từng ký tự.';

const day = (at: string | null): string | null => (at === null ? null : dayWords(at));

const look = async (typed: string): Promise<DenunciationStatus | string> => {
  const code = parseCode(typed);
  if (code === undefined) return UNKNOWN;
  try {
    return await sealedApi.track(code);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.status === 404 ? UNKNOWN : error.words.title;
  }
};

/** How far a denunciation has come; the code is not put into the address. */
export const TrackForm = () => {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<DenunciationStatus | string>('');
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void look(typed).then(setFound);
      }}
    >
      <h2>Theo dõi hồ sơ tố cáo</h2>
      <TextField
        id="code"
        label="Mã hồ sơ"
        error={typeof found === 'string' && found !== '' ? found : undefined}
        value={typed}
        maxLength={60}
        isShort
        onValue={setTyped}
      />
      <button type="submit" class="second">
        Xem
      </button>
      <div role="status">
        {typeof found === 'string' ? null : (
          <Facts
            rows={[
              ['Trạng thái', SEALED_STATUS_WORDS[found.status]],
              ['Ngày nhận', day(found.receivedOn)],
              ['Ngày chuyển vào quy trình', day(found.handedOverOn)],
              ['Ngày kết thúc', day(found.closedOn)],
            ]}
          />
        )}
      </div>
    </form>
  );
};
