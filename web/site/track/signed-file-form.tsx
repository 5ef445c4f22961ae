import { useState } from 'preact/hooks';
import { api, type TrackedStatus } from '../api.js';
import { ApiError } from '../call.js';
import { Failure } from '../ui/failure.js';
import { TextField } from '../ui/fields.js';
import { NO_SECRET, WRONG_SECRET } from './word-props.js';

const FILE_NAME = 'van-ban-da-ky.pdf';

/** Handed to the browser as a file: it is not opened inside the page. */
const save = (file: Blob): void => {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = FILE_NAME;
  anchor.click();
  URL.revokeObjectURL(url);
};

interface Loading {
  isBusy: boolean;
  wrongSecret: string | undefined;
  failure: unknown;
}

const QUIET: Loading = { isBusy: false, wrongSecret: undefined, failure: null };

/** Downloads the signed document of the answer: it names persons, so the receipt's secret is asked for. */
export const SignedFileForm = ({ status, secret: known }: { status: TrackedStatus; secret: string }) => {
  const [secret, setSecret] = useState(known);
  const [loading, setLoading] = useState(QUIET);
  const load = async (): Promise<void> => {
    if (secret.trim() === '') {
      setLoading({ ...QUIET, wrongSecret: NO_SECRET });
      return;
    }
    setLoading({ ...QUIET, isBusy: true });
    try {
      save(await api.signedFile(status.code, secret.trim()));
      setLoading(QUIET);
    } catch (error) {
      const isWrong = error instanceof ApiError && error.status === 404;
      setLoading({ ...QUIET, ...(isWrong ? { wrongSecret: WRONG_SECRET } : { failure: error }) });
    }
  };
  return (
    <form
      class="no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      {loading.failure === null ? null : <Failure error={loading.failure} />}
      {known !== '' && loading.wrongSecret === undefined ? null : (
        <TextField
          id="signed-file-secret"
          label="Mã bí mật để tải văn bản"
          hint="In trên phiếu tiếp nhận, 20 ký tự."
          error={loading.wrongSecret}
          value={secret}
          maxLength={80}
          onValue={setSecret}
        />
      )}
      <button type="submit" disabled={loading.isBusy}>
        Tải văn bản đã ký (PDF)
      </button>
    </form>
  );
};
