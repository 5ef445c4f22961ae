import type { Contact } from '../../../core/ports/contacts.js';
import type { Link } from '../../../core/ports/links.js';

const ADDRESS_SINCE = '2025-01-02T02:00:00.000Z';

export const aContact = (overrides: Partial<Contact> = {}): Contact => ({
  agencyId: 'ubnd-phuong-thoi-an',
  id: 'lien-he-1',
  role: 'main',
  name: 'Nguyễn Thị Thu',
  position: 'Công chức Văn phòng – Thống kê',
  email: 'thu@thoian.example',
  verifiedOn: '2025-02-01',
  addressSince: ADDRESS_SINCE,
  ...overrides,
});

/** A link mailed to that contact under the first key. */
export const aLink = (overrides: Partial<Link> = {}): Link => ({
  hash: 'f'.repeat(64),
  petitionId: 'p',
  taskNo: 1,
  agencyId: 'ubnd-phuong-thoi-an',
  contactId: 'lien-he-1',
  addressSince: ADDRESS_SINCE,
  keyVersion: '1',
  ...overrides,
});
