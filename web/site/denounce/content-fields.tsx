import { LongTextField } from '../ui/fields.js';
import type { PartProps } from './accused-fields.js';
import { LIMITS } from './draft.js';
import { EvidenceField } from './evidence-field.js';

/** What happened, and what proves it. */
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
    <EvidenceField draft={draft} errors={errors} change={change} />
  </section>
);
