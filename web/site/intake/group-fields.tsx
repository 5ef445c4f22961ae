import { GROUP_RULES } from '../../../core/petition/group-petition.js';
import { TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { LIMITS } from './draft.js';
import {
  EMPTY_REPRESENTATIVE,
  representativeField,
  roomFor,
  type RepresentativeDraft,
} from './group-draft.js';
import type { StepProps } from './step.js';

const { fewestPeople, fewPeople, representativesOfFew, representativesOfMany } = GROUP_RULES;

interface OneProps extends Pick<StepProps, 'errors'> {
  i: number;
  representative: RepresentativeDraft;
  set: (part: Partial<RepresentativeDraft>) => void;
  remove: (() => void) | null;
}

const One = ({ i, representative, errors, set, remove }: OneProps) => (
  <fieldset>
    <legend>
      Người đại diện {i + 1}
      {i === 0 ? ' (người liên hệ)' : ''}
    </legend>
    <TextField
      id={representativeField(i, 'name')}
      label={`Họ và tên người đại diện ${i + 1}`}
      error={errors[representativeField(i, 'name')]}
      value={representative.name}
      maxLength={LIMITS.name}
      isShort
      onValue={(name) => {
        set({ name });
      }}
    />
    <TextField
      id={representativeField(i, 'phone')}
      type="tel"
      label={`Số điện thoại người đại diện ${i + 1} (nếu có)`}
      error={errors[representativeField(i, 'phone')]}
      value={representative.phone}
      maxLength={LIMITS.phone}
      isShort
      onValue={(phone) => {
        set({ phone });
      }}
    />
    {remove === null ? null : (
      <button type="button" class="link" onClick={remove}>
        Bỏ người đại diện {i + 1}
      </button>
    )}
  </fieldset>
);

const HINT = `Từ ${fewestPeople} đến ${fewPeople} người: cử 1 hoặc ${representativesOfFew} người đại diện. Đông hơn: tối đa ${representativesOfMany} người. Người đại diện thứ nhất là người liên hệ: nhận thông báo và báo lại cho cả nhóm.`;

/** How many the group is and who speaks for it. */
export const GroupFields = ({ draft, errors, change }: StepProps) => {
  const { people, representatives } = draft;
  const replace = (list: RepresentativeDraft[]): void => {
    change({ representatives: list });
  };
  return (
    <>
      <TextField
        id="people"
        label="Số người cùng kiến nghị"
        hint={HINT}
        error={errors['people']}
        value={people}
        maxLength={7}
        isShort
        onValue={(typed) => {
          change({ people: typed });
        }}
      />
      {representatives.map((representative, i) => (
        <One
          key={i}
          {...{ i, representative, errors }}
          set={(part) => {
            replace(representatives.map((each, at) => (at === i ? { ...each, ...part } : each)));
          }}
          remove={
            i === 0
              ? null
              : () => {
                  replace(representatives.filter((_, at) => at !== i));
                  focusSoon(representativeField(i - 1, 'name'));
                }
          }
        />
      ))}
      {representatives.length < roomFor(draft) ? (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              replace([...representatives, EMPTY_REPRESENTATIVE]);
              focusSoon(representativeField(representatives.length, 'name'));
            }}
          >
            Thêm người đại diện
          </button>
        </p>
      ) : null}
    </>
  );
};
