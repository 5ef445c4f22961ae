import { useState } from 'preact/hooks';
import type { CategoryItem } from '../api.js';
import { Field, FieldError } from '../ui/fields.js';
import type { Row } from './draft.js';
import { readTable, templateCsv, type TableFault } from './read-table.js';

const saveTemplate = (): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([templateCsv()], { type: 'text/csv;charset=utf-8' }));
  link.download = 'mau-kien-nghi-cuoc-hop.csv';
  link.click();
  URL.revokeObjectURL(link.href);
};

const Faults = ({ faults }: { faults: readonly TableFault[] }) => (
  <div class="note warn" role="alert">
    <p>
      <strong>Chưa lấy dòng nào: bảng có {faults.length} chỗ cần sửa.</strong>
    </p>
    <ul>
      {faults.map(({ line, column, message }, i) => (
        <li key={i}>
          Dòng {line}
          {column === '' ? '' : `, cột “${column}”`}: {message}
        </li>
      ))}
    </ul>
  </div>
);

const FileField = ({ take }: { take: (text: string) => void }) => (
  <Field id="file" label="Chọn tệp CSV (UTF-8)">
    <input
      type="file"
      id="file"
      accept=".csv,.tsv,.txt,text/csv"
      onChange={(event) => {
        const input = event.currentTarget;
        void input.files?.[0]?.text().then((text) => {
          take(text);
          // So that the same file, mended, can be chosen again.
          input.value = '';
        });
      }}
    />
  </Field>
);

interface ImportProps {
  categories: readonly CategoryItem[];
  error: string | undefined;
  onRows: (rows: Row[]) => void;
}

/** Takes rows out of a spreadsheet: all of them or, with what is wrong by line and column, none. */
export const TableImport = ({ categories, error, onRows }: ImportProps) => {
  const [pasted, setPasted] = useState('');
  const [faults, setFaults] = useState<TableFault[]>([]);
  const take = (text: string): void => {
    const read = readTable(text, categories);
    setFaults(read.kind === 'faults' ? read.faults : []);
    if (read.kind === 'faults') return;
    setPasted('');
    onRows(read.rows);
  };
  return (
    <details open={error !== undefined}>
      <summary>Lấy từ bảng tính</summary>
      <FieldError id="table" error={error} />
      <p>
        <button type="button" class="link" onClick={saveTemplate}>
          Tải bảng mẫu (CSV)
        </button>
      </p>
      {faults.length === 0 ? null : <Faults faults={faults} />}
      <FileField take={take} />
      <Field id="table" label="Hoặc dán từ bảng tính, cả dòng tiêu đề">
        <textarea
          id="table"
          rows={5}
          value={pasted}
          onInput={(event) => {
            setPasted(event.currentTarget.value);
          }}
        />
      </Field>
      <button
        type="button"
        class="second"
        onClick={() => {
          take(pasted);
        }}
      >
        Lấy các dòng đã dán
      </button>
    </details>
  );
};
