import type { CategoryItem } from '../api.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { CheckField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { rowFieldId } from './check-meeting.js';
import { EMPTY_ROW, type MeetingDraft, type Row } from './draft.js';
import { RowCard } from './row-card.js';
import { TableImport } from './table-import.js';

interface RowsProps {
  draft: MeetingDraft;
  categories: readonly CategoryItem[];
  errors: FieldErrors;
  change: (part: Partial<MeetingDraft>) => void;
}

const AddRows = ({ draft: { rows }, categories, errors, change }: RowsProps) => {
  const add = (more: readonly Row[]): void => {
    change({ rows: [...rows, ...more] });
  };
  return (
    <section class="card" aria-labelledby="add-title">
      <h2 id="add-title">{rows.length === 0 ? 'Chưa có kiến nghị nào' : `Đã có ${rows.length} kiến nghị`}</h2>
      <p>
        <button
          type="button"
          class="second"
          id="add-row"
          onClick={() => {
            add([EMPTY_ROW]);
            focusSoon(rowFieldId(rows.length, 'description'));
          }}
        >
          Thêm kiến nghị
        </button>
      </p>
      <TableImport
        categories={categories}
        error={errors['table']}
        onRows={(more) => {
          add(more);
          focusSoon('add-row');
        }}
      />
    </section>
  );
};

/** What was raised at the meeting. */
export const MeetingRows = (props: RowsProps) => {
  const { draft, categories, errors, change } = props;
  const { rows } = draft;
  return (
    <>
      {rows.map((row, i) => (
        <RowCard
          key={i}
          row={row}
          index={i}
          categories={categories}
          errors={errors}
          onChange={(part) => {
            change({ rows: rows.map((each, at) => (at === i ? { ...each, ...part } : each)) });
          }}
          onRemove={() => {
            change({ rows: rows.filter((_, at) => at !== i) });
            focusSoon('add-row');
          }}
        />
      ))}
      <AddRows {...props} />
      {rows.length === 0 ? null : (
        <CheckField
          id="consent"
          label="Những người nêu ý kiến đã đồng ý để thông tin trên được dùng cho việc giải quyết"
          error={errors['consent']}
          isChecked={draft.hasConsent}
          onChecked={(hasConsent) => {
            change({ hasConsent });
          }}
        />
      )}
    </>
  );
};
