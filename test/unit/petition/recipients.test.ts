import { expect, test } from 'vitest';
import { recipientsOf } from '../../../core/petition/recipients.js';
import type { Notice } from '../../../core/petition/notices.js';
import { roleOfContact } from '../../../core/registry/contact-role.js';

const CONTACTS = ['main', 'alternate', 'head', 'colleague-1', 'office-1'].map((id) => ({
  ...{ id, role: roleOfContact(id) },
}));

const order = (kind: Notice['kind'], to: Partial<Extract<Notice['to'], { kind: 'agency' }>>): string[] =>
  recipientsOf({ kind, to: { kind: 'agency', agencyId: 'a', role: 'main', ...to } }, CONTACTS).map(
    ({ id }) => id,
  );

test('colleagues and offices get only what is meant for them', () => {
  expect(order('reminder', {})).toEqual(['main', 'alternate', 'head']);
  expect(order('overdue', { role: 'head' })).toEqual(['head', 'main', 'alternate']);
  expect(order('reminder', { contactId: 'office-1' })).toEqual(['office-1', 'main', 'alternate', 'head']);
  expect(order('reminder', { contactId: 'alternate' })).toEqual(['alternate', 'main', 'head']);
});

test('whoever is assigned and gone is replaced by those who answer for the agency', () => {
  expect(order('reminder', { contactId: 'colleague-9' })).toEqual(['main', 'alternate', 'head']);
});

test('a draft goes to the head and to nobody else', () => {
  expect(order('approval-requested', { role: 'head' })).toEqual(['head']);
  expect(order('answer-code', { role: 'head' })).toEqual(['head']);
  const headless = CONTACTS.filter(({ role }) => role !== 'head');
  expect(
    recipientsOf(
      { kind: 'approval-requested', to: { kind: 'agency', agencyId: 'a', role: 'head' } },
      headless,
    ),
  ).toEqual([]);
});

test('a contact is what its id says', () => {
  expect(CONTACTS.map(({ role }) => role)).toEqual(['main', 'alternate', 'head', 'colleague', 'office']);
  expect(() => roleOfContact('boss')).toThrow(RangeError);
});
