import type { Row } from './draft.js';

/** Columns of the spreadsheet, with the names that people read on the form, in the template and in messages. */
export const COLUMNS: readonly { field: keyof Row; name: string; isNeeded?: true }[] = [
  { field: 'category', name: 'Loại việc', isNeeded: true },
  { field: 'description', name: 'Nội dung', isNeeded: true },
  { field: 'name', name: 'Người nêu ý kiến', isNeeded: true },
  { field: 'kind', name: 'Tư cách' },
  { field: 'phone', name: 'Điện thoại' },
  { field: 'email', name: 'Thư điện tử' },
  { field: 'address', name: 'Địa chỉ' },
  { field: 'unit', name: 'Mã phường, xã' },
  { field: 'addressee', name: 'Mã nơi được gửi' },
  { field: 'followUpOn', name: 'Ngày theo dõi' },
  { field: 'externalRef', name: 'Mã hồ sơ ngoài' },
];

export const columnName = (field: string): string =>
  COLUMNS.find((column) => column.field === field)?.name ?? field;
