import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseCsv, separatorOf } from '../../../core/registry/csv.js';

const fieldsOf = (csv: string, separator?: ',' | ';' | '\t') =>
  parseCsv(csv, separator).map(({ fields }) => fields);

describe('CSV', () => {
  it('reads quotes, commas and line breaks in quotes; numbers records by their first line', () => {
    expect(parseCsv('a,b\r\n"x, y","nói ""vâng""\nrồi đi"\n\nc,d')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x, y', 'nói "vâng"\nrồi đi'] },
      { line: 5, fields: ['c', 'd'] },
    ]);
  });

  it('reads empty fields, also the last', () => {
    expect(fieldsOf('a,,\n,b,')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  it('drops the mark at the beginning, and reads nothing out of nothing', () => {
    expect(fieldsOf('\uFEFFa,b')).toEqual([['a', 'b']]);
    expect(fieldsOf('')).toEqual([]);
    expect(fieldsOf('\n \n')).toEqual([]);
  });

  it('goes on with the next line after broken quotes', () => {
    expect(parseCsv('a,b\n"x"y,z\nc,d')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: null },
      { line: 3, fields: ['c', 'd'] },
    ]);
    expect(fieldsOf('a\n"không đóng')).toEqual([['a'], null]);
  });

  it('finds out what separates', () => {
    expect(separatorOf('a;b;c\n1,2;3')).toBe(';');
    expect(separatorOf('a\tb')).toBe('\t');
    expect(separatorOf('a,b')).toBe(',');
    expect(separatorOf('a')).toBe(',');
    expect(fieldsOf('a;"b;c"', ';')).toEqual([['a', 'b;c']]);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', ',', ';', '"', '\n', ' ') });
  test.prop([fc.array(fc.tuple(fc.constantFrom('x', 'ờ'), cell, cell), { minLength: 1 })])(
    'gives back what was quoted',
    (rows) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
      expect(fieldsOf(quoted.join('\r\n'), ';')).toEqual(rows);
    },
  );
});
