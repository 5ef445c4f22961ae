import { describe, expect, it } from 'vitest';
import { bodyOf, EMPTY_ROW, firstDraft } from '../../../web/site/meeting/draft.js';
import { checkMeeting, meetingErrorsOf } from '../../../web/site/meeting/check-meeting.js';
import { COLUMNS } from '../../../web/site/meeting/columns.js';
import { readTable, templateCsv } from '../../../web/site/meeting/read-table.js';

const CATEGORIES = [
  { code: 'TTDT', label: 'Trật tự đô thị' },
  { code: 'TOCHUC', label: 'Tổ chức, cán bộ' },
];
const HEAD = 'Loại việc;Nội dung;Người nêu ý kiến;Tư cách;Điện thoại;Ngày theo dõi';
const GOOD = 'TTDT;Vỉa hè bị lấn chiếm cả ngày.;Trần Thị Mai;Hộ gia đình;0901 234 567;';
const faultsOf = (text: string): string[] => {
  const read = readTable(text, CATEGORIES);
  return read.kind === 'rows'
    ? []
    : read.faults.map(({ line, column, message }) => `${line} ${column}: ${message}`);
};

describe('the spreadsheet of a meeting', () => {
  it('is read by the names of its columns, in any order, with or without accents', () => {
    const text =
      'nguoi neu y kien,noi dung,loai viec\nTrần Thị Mai,"Vỉa hè bị lấn chiếm,\ncả ngày.",trat tu do thi\n';
    expect(readTable(text, CATEGORIES)).toEqual({
      kind: 'rows',
      rows: [
        {
          ...EMPTY_ROW,
          category: 'TTDT',
          name: 'Trần Thị Mai',
          description: 'Vỉa hè bị lấn chiếm,\ncả ngày.',
        },
      ],
    });
  });

  it('takes days and kinds as people write them, and leaves emptied rows out', () => {
    const text = [HEAD, 'Tổ chức, cán bộ;Thiếu cán bộ phường;Đảng ủy;to chuc;;5/4/2022', ';;;;;'].join('\n');
    expect(readTable(text, CATEGORIES)).toMatchObject({
      rows: [{ category: 'TOCHUC', kind: 'organisation', followUpOn: '2022-04-05' }],
    });
  });

  it('names all faults by line and column, and then takes no row at all', () => {
    const bad = [
      HEAD,
      GOOD,
      'KHONG-CO;Ngắn;;ai đó;12;31/02/2022',
      'TTDT;"Nội dung"hỏng;A;;;',
      `${GOOD};thừa`,
    ].join('\n');
    expect(faultsOf(bad)).toEqual([
      '3 Loại việc: Xin chọn loại việc trong danh sách.',
      '3 Nội dung: Nội dung quá ngắn, ít nhất 10 ký tự.',
      '3 Người nêu ý kiến: Xin điền mục này.',
      '3 Tư cách: Xin ghi đúng một tư cách trong danh mục, ví dụ: Cá nhân, Hộ gia đình, Tổ chức.',
      '3 Điện thoại: Số điện thoại chưa đúng. Ví dụ: 0901 234 567.',
      '3 Ngày theo dõi: Không có ngày này trong lịch. Xin chọn lại ngày.',
      '4 : Dấu ngoặc kép không khớp.',
      '5 : Dòng có nhiều ô hơn số cột.',
    ]);
  });

  it.each([
    ['nothing', '', 'Thiếu cột này.'],
    ['a column that the template has not', `${HEAD};Ghi chú\n${GOOD};x`, 'Bảng mẫu không có cột này.'],
    ['a column twice', `${HEAD};Nội dung\n${GOOD};x`, 'Cột này có hai lần.'],
    ['no column of names', 'Loại việc;Nội dung\nTTDT;Vỉa hè bị lấn.', 'Thiếu cột này.'],
    ['another encoding', `${HEAD}\nTTDT;V\uFFFDa h\uFFFD`, 'Tệp không phải UTF-8.'],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected);
  });

  it('has a template that is read as a table without rows', () => {
    expect(templateCsv().startsWith('\uFEFF')).toBe(true);
    expect(readTable(templateCsv(), CATEGORIES)).toEqual({ kind: 'rows', rows: [] });
    for (const { name } of COLUMNS) expect(templateCsv()).toContain(name);
  });
});

describe('a meeting as it is typed', () => {
  const UNIT = { id: 'w:26761@0', name: 'Phường Cầu Kho' };
  const ROW = { ...EMPTY_ROW, category: 'TTDT', description: 'Vỉa hè bị lấn chiếm.', name: 'Mai' };
  const draft = { ...firstDraft('2022-04-15'), unit: UNIT };

  it('needs nothing but day and ward when nothing was raised', () => {
    expect(checkMeeting(draft, '2022-04-15', CATEGORIES)).toEqual({});
    expect(checkMeeting({ ...draft, heldOn: '2022-04-14' }, '2022-04-15', CATEGORIES)).toEqual({});
    expect(bodyOf(draft)).toEqual({
      kind: 'PEOPLE_CONFERENCE',
      heldOn: '2022-04-15',
      unit: 'w:26761@0',
      items: [],
    });
  });

  it('needs consent with items, and a reason when it was held before', () => {
    const full = { ...draft, rows: [ROW, { ...ROW, name: ' ' }], heldOn: '2022-04-14' };
    expect(Object.keys(checkMeeting(full, '2022-04-15', CATEGORIES))).toEqual([
      'reason',
      'row-1-name',
      'consent',
    ]);
    const future = { ...firstDraft('2022-04-16') };
    expect(Object.keys(checkMeeting(future, '2022-04-15', []))).toEqual(['heldOn', 'unit']);
  });

  it('sends only what was typed', () => {
    const { items } = bodyOf({ ...draft, rows: [{ ...ROW, phone: ' 0901 234 567 ' }] });
    expect(items).toEqual([
      {
        category: 'TTDT',
        description: 'Vỉa hè bị lấn chiếm.',
        submitter: { kind: 'person', name: 'Mai', phone: '0901 234 567' },
      },
    ]);
  });

  it('puts what the API found at the fields of the page', () => {
    const issue = (pointer: string) => ({ pointer, code: 'x', message: pointer });
    const found = meetingErrorsOf(
      ['/items/2/submitter/phone', '/items/0/category', '/receivedAtReason', '/heldOn', '/items'].map(issue),
    );
    expect(Object.keys(found)).toEqual(['row-2-phone', 'row-0-category', 'reason', 'heldOn', 'table']);
  });
});
