import { useState } from 'preact/hooks';
import type { CategoryItem } from '../api.js';
import { issueWords } from '../../words/issues.js';
import { LongTextField } from '../ui/fields.js';
import { FilesField } from '../ui/files-field.js';
import { MatterFields } from './matter-fields.js';
import { LIMITS, type Photo } from './draft.js';
import { shrinkPhoto } from './shrink-photo.js';
import { Step, type StepProps } from './step.js';

const PhotoList = ({ photos, remove }: { photos: readonly Photo[]; remove: (photo: Photo) => void }) => (
  <ul class="photos">
    {photos.map((photo, i) => (
      <li key={photo.previewUrl}>
        <img src={photo.previewUrl} alt={`Ảnh ${i + 1}: ${photo.name}`} />
        <button
          type="button"
          class="link"
          onClick={() => {
            remove(photo);
          }}
        >
          Bỏ ảnh {i + 1}
        </button>
      </li>
    ))}
  </ul>
);

const PhotoField = ({ draft, errors, change }: StepProps) => {
  const [fault, setFault] = useState<string>();
  const add = async (files: readonly File[]): Promise<void> => {
    const shrunk = await Promise.all(files.map(shrinkPhoto));
    const photos = [...draft.photos, ...shrunk.filter((photo) => photo !== null)];
    const isUnreadable = shrunk.includes(null);
    const isTooMany = photos.length > LIMITS.photos;
    setFault(
      isTooMany
        ? issueWords({ code: 'too-many-files', params: { max: LIMITS.photos } })
        : isUnreadable
          ? issueWords({ code: 'file-malformed' })
          : undefined,
    );
    change({ photos: photos.slice(0, LIMITS.photos) });
  };
  return (
    <>
      <FilesField
        id="photos"
        label="Ảnh hiện trường (nếu có)"
        hint="Tối đa 3 ảnh. Ảnh được thu nhỏ và xóa thông tin vị trí, máy chụp ngay trên máy của quý vị trước khi gửi."
        accept="image/*"
        error={fault ?? errors['photos']}
        onFiles={add}
      />
      {draft.photos.length === 0 ? null : (
        <PhotoList
          photos={draft.photos}
          remove={(photo) => {
            URL.revokeObjectURL(photo.previewUrl);
            change({ photos: draft.photos.filter((each) => each !== photo) });
          }}
        />
      )}
    </>
  );
};

const HINT = 'Việc gì, xảy ra khi nào, ảnh hưởng ra sao, mong cơ quan làm gì.';

/** Where the unit does not see the person, who wants to be known must say so in the text. */
const hintOf = (hidesSubmitter: boolean): string =>
  hidesSubmitter
    ? `${HINT} Với loại việc này, đơn vị giải quyết không thấy họ tên, liên hệ ghi ở mục 4. Nếu cần tra hồ sơ của chính mình hoặc muốn được gọi lại, xin ghi rõ họ tên, số điện thoại ở đây.`
    : `${HINT} Không cần ghi họ tên, số điện thoại ở đây.`;

export const ContentStep = ({
  hidesSubmitter,
  categories,
  ...step
}: StepProps & { hidesSubmitter: boolean; categories: readonly CategoryItem[] }) => (
  <Step no={3} title="Nội dung kiến nghị">
    <LongTextField
      id="description"
      label="Mô tả sự việc và đề nghị"
      hint={hintOf(hidesSubmitter)}
      error={step.errors['description']}
      value={step.draft.description}
      maxLength={LIMITS.description}
      onValue={(description) => {
        step.change({ description });
      }}
    />
    <PhotoField {...step} />
    <MatterFields {...step} categories={categories} />
  </Step>
);
