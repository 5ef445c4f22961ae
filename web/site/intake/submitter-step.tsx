import { CheckField, ChoiceField } from '../ui/fields.js';
import { DraftText } from './draft-text.js';
import { isGroup } from './group-draft.js';
import { GroupFields } from './group-fields.js';
import { Step, type StepProps } from './step.js';
import { isNameless, nameLabel, submitterKinds } from './submitter-kinds.js';

/** Why a contact is asked for, and who sees it: not the unit where the category keeps the person apart. */
const WORDS = {
  shown: {
    phone: 'Để đơn vị hỏi thêm hoặc báo kết quả; mất mã thì dùng để tìm lại tại bàn tiếp nhận.',
    consent:
      'Họ tên, liên hệ và nội dung chỉ đơn vị được giao giải quyết xem được, không công khai khi tra cứu bằng mã.',
  },
  hidden: {
    phone: 'Để bàn tiếp nhận báo kết quả; mất mã thì dùng để tìm lại tại đó.',
    consent:
      'Với loại việc này, đơn vị giải quyết chỉ xem được nội dung, không xem được họ tên và liên hệ. Không công khai khi tra cứu bằng mã.',
  },
};

/** Name and contact; of a group its representatives besides, the first of whom is the contact. */
const WhoFields = ({ step, phoneHint }: { step: StepProps; phoneHint: string }) => (
  <>
    <DraftText
      step={step}
      field="name"
      label={nameLabel(step.draft)}
      autoComplete={isGroup(step.draft) ? 'off' : 'name'}
      isShort
    />
    {isGroup(step.draft) ? (
      <GroupFields {...step} />
    ) : (
      <DraftText
        step={step}
        field="phone"
        type="tel"
        label="Số điện thoại (nếu có)"
        hint={phoneHint}
        autoComplete="tel"
        isShort
      />
    )}
    <DraftText
      step={step}
      field="email"
      type="email"
      label={isGroup(step.draft) ? 'Thư điện tử của người liên hệ (nếu có)' : 'Thư điện tử (nếu có)'}
      hint="Để nhận mã kiến nghị, thông báo chuyển đơn vị và nội dung trả lời. Không có thì được báo bằng tin nhắn, điện thoại hoặc thư in tại bàn tiếp nhận."
      autoComplete="email"
      isShort
    />
  </>
);

export const SubmitterStep = ({ hidesSubmitter, ...step }: StepProps & { hidesSubmitter: boolean }) => {
  const { draft, errors, change } = step;
  const words = hidesSubmitter ? WORDS.hidden : WORDS.shown;
  return (
    <Step no={4} title="Người gửi">
      <ChoiceField
        id="kind"
        label="Gửi với tư cách"
        error={errors['kind']}
        options={submitterKinds(draft)}
        value={draft.kind}
        onValue={(kind) => {
          change({ kind });
        }}
      />
      {isNameless(draft) ? null : <WhoFields step={step} phoneHint={words.phone} />}
      <CheckField
        id="consent"
        label="Tôi đồng ý để thông tin trên được dùng cho việc giải quyết kiến nghị"
        hint={words.consent}
        error={errors['consent']}
        isChecked={draft.hasConsent}
        onChecked={(hasConsent) => {
          change({ hasConsent });
        }}
      />
    </Step>
  );
};
