/** One record of a CSV file. `fields` null = broken quotes: it ends where its line does. */
export interface CsvRecord {
  /** Line of the file on which it begins, from 1. */
  line: number;
  fields: string[] | null;
}

const unquote = (field: string): string =>
  field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;

type Separator = ',' | ';' | '\t';

const FIELD = (separator: Separator): RegExp =>
  new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, 'y');

/** The record that begins at `at`, and where the next one begins. After broken quotes that is the next line. */
const readRecord = (
  text: string,
  at: number,
  { field, separator }: { field: RegExp; separator: Separator },
): { fields: string[] | null; end: number } => {
  const fields: string[] = [];
  let end = at;
  for (;;) {
    field.lastIndex = end;
    const match = field.exec(text);
    if (match === null) {
      const lineEnd = text.indexOf('\n', end);
      return { fields: null, end: lineEnd < 0 ? text.length : lineEnd + 1 };
    }
    fields.push(unquote(match[1] ?? ''));
    end = field.lastIndex;
    if (match[2] !== separator) return { fields, end };
  }
};

/**
 * Records of a CSV file (RFC 4180; quoted fields may have line breaks), empty lines left out. Spreadsheets with
 * Vietnamese settings separate by semicolons, and what is copied out of one is separated by tabs.
 */
export const parseCsv = (csv: string, separator: Separator = ','): CsvRecord[] => {
  const text = csv.replace(/^\uFEFF/, '');
  const by = { field: FIELD(separator), separator };
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const { fields, end } = readRecord(text, at, by);
    const record = text.slice(at, end);
    if (record.trim() !== '') records.push({ line, fields });
    line += record.split('\n').length - 1;
    at = end;
  }
  return records;
};

/** The separator of a file: the one that its first line has most of. */
export const separatorOf = (csv: string): Separator => {
  const [head = ''] = csv.split('\n', 1);
  const count = (separator: Separator): number => head.split(separator).length;
  return ([';', '\t'] as const).reduce<Separator>(
    (best, each) => (count(each) > count(best) ? each : best),
    ',',
  );
};
