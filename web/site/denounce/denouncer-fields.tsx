import { CheckField, LongTextField, TextField } from '../ui/fields.js';
import type { PartProps } from './accused-fields.js';
import { LIMITS } from './draft.js';

export const ContentFields = ({ draft, errors, change }: PartProps) => (
  <section class="card">
    <h2>Nội dung tố cáo</h2>
    <LongTextField
      id="description"
      label="Hành vi vi phạm pháp luật"
      hint="Ai làm gì, ở đâu, khi nào. Ít nhất 30 ký tự."
      error={errors['description']}
      maxLength={LIMITS.description}
      value={draft.description}
      onValue={(description) => {
        change({ description });
      }}
    />
    <LongTextField
      id="evidence"
      label="Chứng cứ, tài liệu, người làm chứng (nếu có)"
      error={errors['evidence']}
      maxLength={LIMITS.evidence}
      value={draft.evidence}
      onValue={(evidence) => {
        change({ evidence });
      }}
    />
  </section>
);

const TEXTS = [
  { field: 'name', label: 'Họ và tên người tố cáo', maxLength: 120 },
  { field: 'address', label: 'Địa chỉ người tố cáo', maxLength: 300 },
  { field: 'phone', label: 'Số điện thoại (nếu có)', maxLength: 20 },
  { field: 'email', label: 'Thư điện tử (nếu có)', maxLength: 254 },
] as const;

export const DenouncerFields = ({ draft, errors, change }: PartProps) => (
  <section class="card">
    <h2>Người tố cáo</h2>
    <p>
      Phải ghi họ tên và địa chỉ. Danh tính được niêm phong: chỉ người được giao nhiệm vụ tại cơ quan nhận mới
      mở được, mỗi lần mở đều ghi lại ai mở, khi nào và vì sao. Hệ thống không gửi thư, tin nhắn cho quý vị.
    </p>
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
  </section>
);
