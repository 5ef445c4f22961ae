import { describe, expect, test } from 'vitest';
import { contactIndexKey, contactIndexKeys } from '../../../core/residents/contact-index.js';
import { isSameName } from '../../../core/residents/same-name.js';
import { FakeKeyed } from '../../support/fakes/fake-keyed.js';

const keyed = new FakeKeyed();

describe('the blind index of contacts', () => {
  test('has one key for a telephone, however it is written', async () => {
    const keys = await Promise.all(
      ['0901 234 567', '+84901234567', '84.901.234.567'].map((phone) => contactIndexKey(keyed, phone)),
    );
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('finds what is no number of a known form by its digits', async () => {
    expect(await contactIndexKey(keyed, '12-34 56 78')).toBe(await contactIndexKey(keyed, '12345678'));
  });

  test('under another secret is another one', async () => {
    expect(await contactIndexKey(keyed, '0901234567')).not.toBe(
      await contactIndexKey(new FakeKeyed('khoa-khac'), '0901234567'),
    );
  });

  test('keeps telephone and mailbox apart, and nothing of who left neither', async () => {
    expect(await contactIndexKeys(keyed, { phone: '0901234567', email: 'Mai@Example.vn' })).toEqual([
      await contactIndexKey(keyed, '0901234567'),
      await contactIndexKey(keyed, 'mai@example.vn'),
    ]);
    expect(await contactIndexKeys(keyed, { phone: null, email: null })).toEqual([]);
  });
});

describe('names at the desk', () => {
  test.each([
    ['Nguyễn Văn An', 'nguyen van an', true],
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An', true],
    ['Nguyễn An', 'Nguyễn Văn An', true],
    ['Bà Trần Thị Đào', 'Trần Thị Đào', false],
    ['Trần Thị Đào', 'Bà Trần Thị Đào', true],
    ['An Nguyễn', 'Nguyễn Văn An', false],
    ['An', 'Nguyễn Văn An', false],
    ['Văn Nguyễn', 'Nguyễn Văn An', false],
    ['Mai', 'Mai', true],
    ['', 'Mai', false],
    ['...', 'Mai', false],
  ])('%s for %s: %s', (said, given, same) => {
    expect(isSameName(said, given)).toBe(same);
  });
});
