import type { FieldErrors } from '../ui/error-summary.js';
import { CheckField, SelectField, TextField } from '../ui/fields.js';
import { BY_NAME, type DenounceDraft } from './draft.js';

export interface PartProps {
  draft: DenounceDraft;
  errors: FieldErrors;
  change: (part: Partial<DenounceDraft>) => void;
}

/** Whom it is about: the unit decides who receives it. */
export const AccusedFields = ({
  draft,
  errors,
  change,
  agencies,
}: PartProps & { agencies: readonly { id: string; name: string }[] }) => (
  <section class="card">
    <h2>Tố cáo ai?</h2>
    <SelectField
      id="agency"
      label="Cơ quan của người bị tố cáo"
      hint="Tố cáo không bao giờ được gửi đến cơ quan này hoặc cấp dưới của cơ quan này."
      error={errors['agency']}
      options={[{ id: '', name: 'Xin chọn' }, ...agencies, { id: BY_NAME, name: 'Cơ quan khác: tự ghi tên' }]}
      value={draft.agency}
      onValue={(agency) => {
        change({ agency });
      }}
    />
    {draft.agency === BY_NAME ? (
      <TextField
        id="agencyName"
        label="Tên cơ quan, đơn vị"
        error={errors['agencyName']}
        value={draft.agencyName}
        maxLength={200}
        onValue={(agencyName) => {
          change({ agencyName });
        }}
      />
    ) : (
      <CheckField
        id="superiorToo"
        label="Người đứng đầu cơ quan cấp trên trực tiếp cũng bị tố cáo"
        hint="Khi đó tố cáo được gửi lên cấp cao hơn nữa."
        isChecked={draft.superiorToo}
        onChecked={(superiorToo) => {
          change({ superiorToo });
        }}
      />
    )}
    <TextField
      id="person"
      label="Người bị tố cáo (họ tên, chức vụ nếu biết)"
      error={errors['person']}
      value={draft.person}
      maxLength={200}
      onValue={(person) => {
        change({ person });
      }}
    />
  </section>
);
