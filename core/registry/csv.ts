const unquote = (field: string): string =>
  field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;

const FIELD = /("(?:[^"]|"")*"|[^,"]*)(,|$)/gy;

const fieldsOf = (line: string): string[] | null => {
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (let end = false; !end;) {
    const match = FIELD.exec(line);
    if (match === null) return null;
    fields.push(unquote(match[1] ?? ''));
    end = match[2] === '';
  }
  return fields;
};

/** Lines of a CSV file (RFC 4180, no line breaks in fields), numbered as in the file; `fields` null = broken quotes. */
export const parseCsv = (csv: string): { line: number; fields: string[] | null }[] =>
  csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, text }) => ({ line, fields: fieldsOf(text) }));
