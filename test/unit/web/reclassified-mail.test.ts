import { describe, expect, it } from 'vitest';
import type { MailFacts } from '../../../core/ports/mail.js';
import { mailComposer } from '../../../web/mails/mail-composer.js';
import { facts } from './mail-facts.js';

describe('the mail about a new classification', () => {
  const due = (at: string) => ({ at, term: 'thuong.resolve', calendar: 'lich-thu', provisional: false });
  const told = (change: Partial<NonNullable<MailFacts['reclassified']>>) => {
    const reclassified = { fromLabel: 'Cây xanh', toLabel: 'Đất đai', resolveBy: null, ...change };
    return mailComposer.compose(facts('reclassified', { reclassified })).text;
  };

  it('says the old and the new category, and the old date where it has moved', () => {
    const text = told({ resolveBy: due('2025-03-01T10:00:00.000Z') });
    expect(text).toContain('từ loại việc “Cây xanh” sang loại việc “Đất đai”');
    expect(text).toContain('Hạn trả lời trước đây: 17:00, thứ Bảy 01/03/2025');
  });

  it('says nothing of a category that stays, nor of a date that stays', () => {
    const { promised } = facts('reclassified').petition;
    const text = told({ fromLabel: 'Đất đai', resolveBy: promised.resolveBy });
    expect(text).not.toContain('Loại việc trước đây');
    expect(text).not.toContain('Hạn trả lời trước đây');
  });
});
