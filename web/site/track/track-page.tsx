import { useEffect, useState } from 'preact/hooks';
import { parseCode } from '../../../core/codes/petition-code.js';
import { codeWords } from '../../words/code.js';
import { api, type TrackedStatus } from '../api.js';
import { ApiError } from '../call.js';
import { Failure } from '../ui/failure.js';
import { TextField } from '../ui/fields.js';
import { StatusView } from './status-view.js';

type Shown =
  | { kind: 'nothing' }
  | { kind: 'wrong'; message: string }
  | { kind: 'failed'; error: unknown }
  | { kind: 'found'; status: TrackedStatus };

const WRONG_CODE = 'Mã chưa đúng. Mã có 13 ký tự, ví dụ 7K3M-9Q2P-4TXA-N.';
const UNKNOWN_CODE = 'Không tìm thấy kiến nghị có mã này. Xin kiểm tra lại từng ký tự.';

const look = async (typed: string): Promise<Shown> => {
  const code = parseCode(typed);
  if (code === undefined) return { kind: 'wrong', message: WRONG_CODE };
  try {
    return { kind: 'found', status: await api.track(code) };
  } catch (error) {
    return error instanceof ApiError && error.status === 404
      ? { kind: 'wrong', message: UNKNOWN_CODE }
      : { kind: 'failed', error };
  }
};

/** Code and, from a mail, the receipt's secret stand behind the `#`, so that they never reach a server's log. */
const inAddress = (): { code: string; secret: string } => {
  const [code = '', secret = ''] = decodeURIComponent(location.hash.slice(1)).split('~');
  return { code, secret };
};

const useTracking = () => {
  const [typed, setTyped] = useState(() => inAddress().code);
  const [secret, setSecret] = useState('');
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const show = async (text: string): Promise<void> => {
    const next = await look(text);
    setShown(next);
    if (next.kind === 'found') history.replaceState(null, '', `#${codeWords(next.status.code)}`);
    if (next.kind === 'wrong') document.getElementById('code')?.focus();
  };
  useEffect(() => {
    const follow = (): void => {
      const { code, secret: given } = inAddress();
      if (code === '') return;
      setTyped(code);
      // Kept in memory only: what is left in the address is what may be shown to others.
      if (given !== '') setSecret(given);
      void show(code);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  return { typed, setTyped, secret, shown, show };
};

export const TrackPage = () => {
  const { typed, setTyped, secret, shown, show } = useTracking();
  return (
    <>
      {shown.kind === 'found' ? null : <h1>Theo dõi kiến nghị</h1>}
      {shown.kind === 'found' ? (
        <StatusView
          key={shown.status.code + shown.status.status}
          status={shown.status}
          secret={secret}
          onHeard={() => {
            void show(shown.status.code);
          }}
        />
      ) : null}
      {shown.kind === 'failed' ? <Failure error={shown.error} /> : null}
      <form
        class="card no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void show(typed);
        }}
      >
        <TextField
          id="code"
          label="Mã kiến nghị"
          hint="In trên phiếu tiếp nhận, trong thư và tin nhắn. Chữ hoa, chữ thường, dấu gạch đều được. Mất mã: mang giấy tờ đến bàn tiếp nhận của phường, xã."
          error={shown.kind === 'wrong' ? shown.message : undefined}
          value={typed}
          maxLength={60}
          isShort
          onValue={setTyped}
        />
        <button type="submit">Xem kiến nghị</button>
      </form>
    </>
  );
};
