import { parseCsv, separatorOf } from '../../../core/registry/csv.js';
import { SUBMITTER_WORDS } from '../../words/labels.js';
import type { CategoryItem } from '../api.js';
import { plainText } from '../ui/plain-text.js';
import { checkRow } from './check-meeting.js';
import { columnName, COLUMNS } from './columns.js';
import { EMPTY_ROW, type Row } from './draft.js';

/** What is wrong with a spreadsheet and where; without a column it is about the whole line. */
export interface TableFault {
  line: number;
  column: string;
  message: string;
}

/** All rows, or what is wrong: never some of the rows. */
export type ReadTable = { kind: 'rows'; rows: Row[] } | { kind: 'faults'; faults: TableFault[] };

type Categories = readonly CategoryItem[];

const same = (a: string, b: string): boolean => plainText(a.trim()) === plainText(b.trim());

/** A category by its code or its name; what is neither stays as it is and is refused. */
const categoryOf = (text: string, categories: Categories): string =>
  categories.find(({ code, label }) => same(code, text) || same(label, text))?.code ?? text.trim();

const kindOf = (text: string): string => {
  if (text.trim() === '') return EMPTY_ROW.kind;
  const found = Object.entries(SUBMITTER_WORDS).find(
    ([kind, words]) => same(kind, text) || same(words, text),
  );
  return found?.[0] ?? text.trim();
};

/** Days as spreadsheets write them here, 25/12/2024, or as the API does. */
const dayOf = (text: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const toRow = (fields: readonly (keyof Row)[], values: readonly string[], categories: Categories): Row => {
  const row = { ...EMPTY_ROW };
  fields.forEach((field, i) => {
    row[field] = (values[i] ?? '').normalize('NFC');
  });
  return {
    ...row,
    category: categoryOf(row.category, categories),
    kind: kindOf(row.kind),
    followUpOn: dayOf(row.followUpOn),
  };
};

const fault = (line: number, message: string, column = ''): TableFault => ({ line, column, message });

/** The fields that the head names, in its order. */
const readHead = (names: readonly string[]): { fields: (keyof Row)[]; faults: TableFault[] } => {
  const found = names.map((name) => COLUMNS.find((column) => same(column.name, name))?.field);
  const faults = names.flatMap((name, i) => {
    if (found[i] === undefined)
      return [fault(1, 'Bảng mẫu không có cột này.', name.trim() || `cột ${i + 1}`)];
    return found.indexOf(found[i]) < i ? [fault(1, 'Cột này có hai lần.', name.trim())] : [];
  });
  const missing = COLUMNS.filter(({ field, isNeeded }) => isNeeded === true && !found.includes(field));
  faults.push(...missing.map(({ name }) => fault(1, 'Thiếu cột này.', name)));
  return { fields: found.filter((field) => field !== undefined), faults };
};

interface ReadLine {
  row: Row | null;
  faults: TableFault[];
}

const readLine = (
  { line, fields: values }: ReturnType<typeof parseCsv>[number],
  fields: readonly (keyof Row)[],
  categories: Categories,
): ReadLine => {
  if (values === null) return { row: null, faults: [fault(line, 'Dấu ngoặc kép không khớp.')] };
  if (values.length > fields.length && values.slice(fields.length).some((value) => value.trim() !== ''))
    return { row: null, faults: [fault(line, 'Dòng có nhiều ô hơn số cột.')] };
  // Spreadsheets keep rows that were emptied.
  if (values.every((value) => value.trim() === '')) return { row: null, faults: [] };
  const row = toRow(fields, values, categories);
  const faults = Object.entries(checkRow(row, categories)).map(([field, message]) =>
    fault(line, message, columnName(field)),
  );
  return { row, faults };
};

/** Reads a spreadsheet (CSV, or copied out of one) as rows of a meeting: all of it, or nothing and why. */
export const readTable = (text: string, categories: Categories): ReadTable => {
  if (text.includes('\uFFFD'))
    return { kind: 'faults', faults: [fault(1, 'Tệp không phải UTF-8. Xin lưu lại dưới dạng “CSV UTF-8”.')] };
  const [head, ...lines] = parseCsv(text, separatorOf(text));
  const { fields, faults } = readHead(head?.fields ?? []);
  if (faults.length > 0) return { kind: 'faults', faults };
  const read = lines.map((line) => readLine(line, fields, categories));
  const found = read.flatMap((line) => line.faults);
  return found.length > 0
    ? { kind: 'faults', faults: found }
    : { kind: 'rows', rows: read.flatMap(({ row }) => (row === null ? [] : [row])) };
};

/** The empty spreadsheet: with the mark and the separator that open it in columns in Vietnamese settings. */
export const templateCsv = (): string => `\uFEFF${COLUMNS.map(({ name }) => `"${name}"`).join(';')}\r\n`;
