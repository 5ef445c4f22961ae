import { useState } from 'preact/hooks';
import { localApi } from '../api.js';
import { Failure } from './failure.js';
import { TextField } from './fields.js';

/**
 * Asks for an access token. It stays in the memory of this page: whoever uses the machine next finds none. On one's own
 * machine the demo user of the role can sign in by one click.
 */
export const SignIn = ({
  role,
  demoUser,
  onToken,
}: {
  role: string;
  demoUser: string;
  onToken: (token: string) => void;
}) => {
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<unknown>();
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onToken(typed.trim());
      }}
    >
      <h2>Đăng nhập: {role}</h2>
      {failure === undefined ? null : <Failure error={failure} />}
      <TextField
        id="token"
        label="Mã truy cập (access token)"
        hint="Lấy từ trang đăng nhập của hệ thống. Chỉ giữ trong trang này, không lưu trên máy."
        value={typed}
        onValue={setTyped}
      />
      <div class="buttons">
        <button type="submit">Đăng nhập</button>
        {localApi.isHere() ? (
          <button
            type="button"
            class="second"
            onClick={() => {
              localApi.token(demoUser).then(onToken, setFailure);
            }}
          >
            Dùng tài khoản thử trên máy này
          </button>
        ) : null}
      </div>
    </form>
  );
};
