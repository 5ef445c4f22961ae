import { SUBMITTER_WORDS } from '../../words/labels.js';
import { CheckField, ChoiceField, TextField } from '../ui/fields.js';
import { LIMITS } from './draft.js';
import { Step, type StepProps } from './step.js';

const KINDS = Object.entries(SUBMITTER_WORDS).map(([id, name]) => ({ id, name }));

const isCollective = (kind: string): boolean => kind !== 'person' && kind !== 'household';

const ContactFields = ({ draft, errors, change }: StepProps) => (
  <>
    <TextField
      id="phone"
      type="tel"
      label="Số điện thoại (nếu có)"
      hint="Để đơn vị hỏi thêm hoặc báo kết quả."
      error={errors['phone']}
      value={draft.phone}
      maxLength={LIMITS.phone}
      autoComplete="tel"
      isShort
      onValue={(phone) => {
        change({ phone });
      }}
    />
    <TextField
      id="email"
      type="email"
      label="Thư điện tử (nếu có)"
      hint="Để nhận mã kiến nghị, thông báo chuyển đơn vị và nội dung trả lời."
      error={errors['email']}
      value={draft.email}
      maxLength={LIMITS.email}
      autoComplete="email"
      isShort
      onValue={(email) => {
        change({ email });
      }}
    />
  </>
);

export const SubmitterStep = (step: StepProps) => {
  const { draft, errors, change } = step;
  return (
    <Step no={4} title="Người gửi">
      <ChoiceField
        id="kind"
        label="Gửi với tư cách"
        error={errors['kind']}
        options={KINDS}
        value={draft.kind}
        onValue={(kind) => {
          change({ kind });
        }}
      />
      <TextField
        id="name"
        label={isCollective(draft.kind) ? 'Tên tổ chức, khu phố hoặc nhóm' : 'Họ và tên'}
        error={errors['name']}
        value={draft.name}
        maxLength={LIMITS.name}
        autoComplete="name"
        isShort
        onValue={(name) => {
          change({ name });
        }}
      />
      <ContactFields {...step} />
      <CheckField
        id="consent"
        label="Tôi đồng ý để thông tin trên được dùng cho việc giải quyết kiến nghị"
        hint="Họ tên, liên hệ và nội dung chỉ đơn vị được giao giải quyết xem được, không công khai khi tra cứu bằng mã."
        error={errors['consent']}
        isChecked={draft.hasConsent}
        onChecked={(hasConsent) => {
          change({ hasConsent });
        }}
      />
    </Step>
  );
};
