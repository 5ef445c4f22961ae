import type { OpenedDenunciation } from '../sealed-api.js';

type OpenedFile = OpenedDenunciation['files'][number];

const ENDINGS: Record<OpenedFile['type'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

/** Handed to the browser as a file: a document is not opened inside the page. */
const save = ({ type, base64 }: OpenedFile, no: number): void => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `chung-cu-${no}.${ENDINGS[type]}`;
  anchor.click();
  URL.revokeObjectURL(url);
};

/** What proves it: pictures are shown, everything can be saved. */
export const OpenedFiles = ({ files }: { files: OpenedDenunciation['files'] }) =>
  files.length === 0 ? null : (
    <>
      <h3>Tệp chứng cứ</h3>
      <ul class="photos">
        {files.map((file, i) => (
          <li key={file.base64}>
            {file.type === 'application/pdf' ? null : (
              <img src={`data:${file.type};base64,${file.base64}`} alt={`Chứng cứ ${i + 1}`} />
            )}
            <button
              type="button"
              class="link"
              onClick={() => {
                save(file, i + 1);
              }}
            >
              Lưu tệp {i + 1} ({ENDINGS[file.type].toUpperCase()})
            </button>
          </li>
        ))}
      </ul>
    </>
  );
