import { TextField, type TextProps } from '../ui/fields.js';
import { LIMITS } from './draft.js';
import type { StepProps } from './step.js';

type Key = 'address' | 'name' | 'phone' | 'email';

type DraftTextProps = Pick<TextProps, 'label' | 'hint' | 'type' | 'autoComplete' | 'isShort'> & {
  step: StepProps;
  /** Text of the draft; the field's id as well. */
  field: Key;
};

/** One line of the draft, with its bound and its error. */
export const DraftText = ({ step: { draft, errors, change }, field, ...text }: DraftTextProps) => (
  <TextField
    {...text}
    id={field}
    error={errors[field]}
    value={draft[field]}
    maxLength={LIMITS[field]}
    onValue={(value) => {
      change({ [field]: value });
    }}
  />
);
