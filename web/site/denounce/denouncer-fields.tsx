import type { ComponentChildren } from 'preact';
import { CheckField, TextField } from '../ui/fields.js';
import type { PartProps } from './accused-fields.js';

const TEXTS = [
  { field: 'name', label: 'Họ và tên người tố cáo', maxLength: 120 },
  { field: 'address', label: 'Địa chỉ người tố cáo', maxLength: 300 },
  { field: 'phone', label: 'Số điện thoại (nếu có)', maxLength: 20 },
  { field: 'email', label: 'Thư điện tử (nếu có)', maxLength: 254 },
] as const;

/** Who denounces. */
export const DenouncerFields = ({
  draft,
  errors,
  change,
  about,
  children,
}: PartProps & { about: string; children?: ComponentChildren }) => (
  <section class="card">
    <h2>Người tố cáo</h2>
    <p>{about}</p>
    {TEXTS.map(({ field, label, maxLength }) => (
      <TextField
        key={field}
        id={field}
        label={label}
        error={errors[field]}
        value={draft[field]}
        maxLength={maxLength}
        isShort={field !== 'address'}
        onValue={(value) => {
          change({ [field]: value });
        }}
      />
    ))}
    {children}
  </section>
);

export const ConsentField = ({ draft, errors, change }: PartProps) => (
  <CheckField
    id="consent"
    label="Tôi chịu trách nhiệm về nội dung tố cáo và đồng ý để thông tin trên được niêm phong, chuyển đến cơ quan có thẩm quyền"
    hint="Người cố ý tố cáo sai sự thật phải chịu trách nhiệm theo pháp luật."
    error={errors['consent']}
    isChecked={draft.hasConsent}
    onChecked={(hasConsent) => {
      change({ hasConsent });
    }}
  />
);
