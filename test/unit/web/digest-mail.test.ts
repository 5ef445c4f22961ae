import { describe, expect, it } from 'vitest';
import type { DigestMailFacts } from '../../../core/ports/mail.js';
import { digestMail } from '../../../web/mails/digest-mail.js';
import { aContact } from '../../support/builders/link-builder.js';

const URL = 'https://kien-nghi.example/d/AAAAAAAAAAAAAAAAAAAAAA';
const row = { code: '7K3M9Q2P4TXAN', categoryLabel: 'Vệ sinh môi trường', isLate: false };
const facts = (overrides: Partial<DigestMailFacts> = {}): DigestMailFacts => ({
  contact: aContact(),
  ...{ day: '2023-03-13', now: '2023-03-13T01:00:00.000Z', url: URL },
  ...{ open: 23, late: 2, isMore: false },
  rows: [
    { ...row, dueAt: '2023-03-10T10:00:00.000Z', isLate: true },
    { ...row, dueAt: '2023-03-17T10:00:00.000Z' },
    { ...row, dueAt: null },
  ],
  ...overrides,
});

describe('the mail of a digest', () => {
  it('says in its subject how many, how many late and of which day, on one line, in NFC', () => {
    const { subject, text, html } = digestMail(facts());
    expect(subject).toBe('QUÁ HẠN – Tổng hợp nhắc việc ngày 13/03/2023: 23 kiến nghị, 2 quá hạn');
    for (const each of [subject, text, html]) expect(each.normalize('NFC')).toBe(each);
    expect(html).not.toContain('<script');
  });

  it('names the most urgent ones, counts the others, and has one link', () => {
    const { text, html } = digestMail(facts());
    expect(text).toContain('7K3M-9Q2P-4TXA-N: Vệ sinh môi trường – quá hạn từ 10/03/2023');
    expect(text).toContain('hạn 17/03/2023');
    expect(text).toContain('không tính hạn');
    expect(text).toContain('Và 20 kiến nghị khác');
    expect(new Set(text.match(/https:\/\/\S+/g))).toEqual(new Set([URL]));
    expect(html.split(URL).length - 1).toBe(3);
  });

  it('cries wolf about nothing', () => {
    const { subject, text } = digestMail(facts({ late: 0, open: 3 }));
    expect(subject).toBe('Tổng hợp nhắc việc ngày 13/03/2023: 3 kiến nghị');
    expect(text).toContain('không có kiến nghị quá hạn');
    expect(text).not.toContain('kiến nghị khác');
  });

  it('says that there are more than were counted', () => {
    expect(digestMail(facts({ open: 300, isMore: true })).subject).toContain('hơn 300 kiến nghị');
  });
});
