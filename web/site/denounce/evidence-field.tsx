import { useState } from 'preact/hooks';
import { issueWords } from '../../words/issues.js';
import { base64Of, shrinkPhoto } from '../intake/shrink-photo.js';
import { FilesField } from '../ui/files-field.js';
import type { PartProps } from './accused-fields.js';
import { filesFault, type Picked } from './draft.js';

const PDF = 'application/pdf';

const sizeOf = (base64: string): number => Math.floor((base64.length * 3) / 4);

/** A picture is drawn anew, without place and device; a PDF goes as it is. Null for anything else. */
const pick = async (file: File): Promise<Picked | null> => {
  if (file.type === PDF) return { name: file.name, base64: await base64Of(file), bytes: file.size };
  const photo = await shrinkPhoto(file);
  if (photo === null) return null;
  // No preview: whoever passes by sees nothing.
  URL.revokeObjectURL(photo.previewUrl);
  return { name: photo.name, base64: photo.base64, bytes: sizeOf(photo.base64) };
};

const FileList = ({ files, remove }: { files: readonly Picked[]; remove: (file: Picked) => void }) => (
  <ul>
    {files.map((file, i) => (
      <li key={file.base64}>
        Tệp {i + 1}: {file.name}{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            remove(file);
          }}
        >
          Bỏ tệp {i + 1}
        </button>
      </li>
    ))}
  </ul>
);

/** Photos and documents that prove it. In the memory of this page only. */
export const EvidenceField = ({ draft, errors, change }: PartProps) => {
  const [fault, setFault] = useState<string>();
  const add = async (chosen: readonly File[]): Promise<void> => {
    const picked = await Promise.all(chosen.map(pick));
    const files = [...draft.files, ...picked.filter((file) => file !== null)];
    const wrong =
      filesFault(files) ?? (picked.includes(null) ? issueWords({ code: 'file-type' }) : undefined);
    setFault(wrong);
    if (filesFault(files) === undefined) change({ files });
  };
  return (
    <>
      <FilesField
        id="files"
        label="Ảnh hoặc văn bản PDF làm chứng cứ (nếu có)"
        hint="Tối đa 3 tệp, tổng cộng 4 MB. Ảnh được thu nhỏ và xóa thông tin vị trí, máy chụp trước khi gửi; tệp PDF được giữ nguyên, kể cả tên tác giả ghi trong tệp. Tệp được niêm phong cùng nội dung."
        accept="image/*,application/pdf"
        error={fault ?? errors['files']}
        onFiles={add}
      />
      {draft.files.length === 0 ? null : (
        <FileList
          files={draft.files}
          remove={(file) => {
            setFault(undefined);
            change({ files: draft.files.filter((each) => each !== file) });
          }}
        />
      )}
    </>
  );
};
