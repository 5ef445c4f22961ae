import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { OFFICIAL_NOTICE_KINDS, RESIDENT_NOTICE_KINDS } from '../../../core/petition/notice-kinds.js';
import { mailComposer } from '../../../web/mails/mail-composer.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { PERSON, TASK_URL, TRACK_URL, WITHOUT_TASK, facts, open } from './mail-facts.js';

const everyKind = [...OFFICIAL_NOTICE_KINDS, ...RESIDENT_NOTICE_KINDS];

describe('mails', () => {
  it.each(everyKind)(
    '%s: subject of one line with code and category, text and HTML of the same content',
    (kind) => {
      const { subject, text, html } = mailComposer.compose(facts(kind));
      expect(subject).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/);
      expect(subject).toContain('Vệ sinh môi trường');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject.normalize('NFC')).toBe(subject);
      expect(text.normalize('NFC')).toBe(text);
      for (const part of text.split('\n\n').slice(0, 2)) expect(html).toContain(part.split('\n')[0]);
      expect(html).toContain('<html lang="vi">');
      expect(html).not.toContain('<script');
    },
  );

  it('no two kinds have the same subject', () => {
    const subjects = everyKind.map((kind) => mailComposer.compose(facts(kind)).subject);
    expect(new Set(subjects).size).toBe(everyKind.length);
  });

  it.each(OFFICIAL_NOTICE_KINDS)('%s: subject without names, contacts or place', (kind) => {
    const { subject } = mailComposer.compose(facts(kind));
    for (const personal of [...Object.values(PERSON), 'Lê Văn Bình', 'Thới An'])
      expect(subject).not.toContain(personal);
  });

  it.each(RESIDENT_NOTICE_KINDS)('%s: greets nobody by name', (kind) => {
    const { text, subject } = mailComposer.compose(facts(kind));
    expect(text.startsWith('Kính gửi ông, bà,')).toBe(true);
    for (const personal of Object.values(PERSON)) expect(text + subject).not.toContain(personal);
  });

  it.each(['assignment', 'reminder', 'overdue', 'follow-up', 'escalated-to-you'] as const)(
    '%s: the link of the task as a button and bare, in both parts',
    (kind) => {
      const { text, html } = mailComposer.compose(facts(kind));
      expect(text).toContain(`\n${TASK_URL}`);
      expect(html.split(TASK_URL).length - 1).toBe(3);
      expect(text).toContain('Xin không chuyển tiếp thư ra ngoài đơn vị');
    },
  );

  it('a head’s code stands in the mail with its end, never in the subject; without digits it says that none holds', () => {
    const until = '2025-03-05T07:00:00.000Z';
    const answerCode = { digits: '04071998', until };
    const { subject, text, html } = mailComposer.compose(facts('answer-code', { answerCode }));
    expect(text).toContain('Mã phê duyệt: 0407 1998');
    expect(text).toContain('Mã dùng được đến: ');
    expect(html).toContain('0407 1998');
    expect(subject.replaceAll(' ', '')).not.toContain('04071998');
    expect(text).toContain(TASK_URL);
    const none = mailComposer.compose(facts('answer-code', { answerCode: { digits: null, until } }));
    expect(none.text).toContain('Mã đã gửi không còn dùng được');
    expect(none.text).not.toContain('Mã phê duyệt:');
  });

  it.each(WITHOUT_TASK)('%s: asks for nothing, leads to the public page', (kind) => {
    const { text } = mailComposer.compose(facts(kind));
    expect(text).not.toContain('/t/');
    expect(text).toContain(TRACK_URL);
  });

  it('the subject names the date: due, or of the follow-up in the Party lane', () => {
    expect(mailComposer.compose(facts('assignment')).subject).toContain('(hạn 13/03/2025)');
    const followUpAt = aDeadline('2025-04-02T10:00:00.000Z');
    const party = aPetition(
      { data: { lane: 'party' } },
      routed({ acceptBy: null, resolveBy: null, followUpAt }),
    );
    const { subject, text } = mailComposer.compose(facts('follow-up', { petition: party }));
    expect(subject).toContain('(theo dõi ngày 02/04/2025)');
    expect(text).toContain('không tính quá hạn');
  });

  it.each(['assignment', 'informed', 'reminder', 'overdue', 'escalated-to-you', 'receipt', 'moved'] as const)(
    '%s: days to a deadline are working days of the calendar',
    (kind) => {
      const { text } = mailComposer.compose(facts(kind));
      expect(text).toContain('13/03/2025 (còn 6 ngày làm việc)');
      expect(text).not.toMatch(/\d ngày(?! làm việc)/);
    },
  );

  it('informed: a body that had the petition before learns by the one mail that it has it no longer', () => {
    const handedOn = aPetition({}, routed({ holder: { id: 'a', name: 'Phòng A', tier: 'xa' } }), {
      type: 'PetitionTransferred',
      data: { taskNo: 1, text: aText(), assignment: anAssignment(), weight: 1 },
    });
    const former = mailComposer.compose(facts('informed', { petition: handedOn })).text;
    expect(former).toContain('không còn giữ kiến nghị');
    expect(former).toContain('phối hợp giải quyết');
    expect(mailComposer.compose(facts('informed')).text).not.toContain('không còn giữ');
  });

  it.each(['reminder', 'overdue'] as const)(
    '%s: while nobody has accepted, subject and words are about that; afterwards about the answer',
    (kind) => {
      const waiting = mailComposer.compose(facts(kind));
      expect(waiting.subject).toContain('(hạn nhận việc 04/03/2025)');
      expect(waiting.text).toContain('hạn nhận việc');
      expect(waiting.text).toContain('hệ thống tự chuyển kiến nghị lên cấp trên');
      const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
      const taken = mailComposer.compose(facts(kind, { petition: aPetition({}, routed(), accepted) }));
      expect(taken.subject).toContain('(hạn 13/03/2025)');
      expect(taken.text).not.toContain('nhận việc');
    },
  );

  it('reminder: the last owner is not told that it moves up', () => {
    const petition = aPetition({}, routed({ isLastOwner: true }));
    expect(mailComposer.compose(facts('reminder', { petition })).text).not.toContain('lên cấp trên');
  });

  it('moved-away: no date that looks like one to keep', () => {
    const { subject, text } = mailComposer.compose(facts('moved-away'));
    expect(subject + text).not.toContain('13/03/2025');
  });

  it('receipt: names the first notice only where it comes before the answer', () => {
    const { text } = mailComposer.compose(facts('receipt'));
    expect(text).not.toContain('Thông báo lần đầu');
    const party = aPetition({ data: { promised: { ...open.promised, resolveBy: null } } });
    expect(mailComposer.compose(facts('receipt', { petition: party })).text).toContain('17/03/2025');
  });

  it('to the resident: no date in the subject that has passed', () => {
    const late = facts('moved', { now: '2025-03-14T02:00:00.000Z' });
    expect(mailComposer.compose(late).subject).not.toContain('13/03/2025');
  });

  it('decision: until when one may object, five working days from the mail that delivers it', () => {
    expect(mailComposer.compose(facts('decision')).text).toContain('trước 17:00, thứ Tư 12/03/2025');
  });

  it('question: what the unit asks, until when the clock stands still, and no date of the answer', () => {
    const waitUntil = aDeadline('2025-03-18T10:00:00.000Z');
    const asked: Happening = { type: 'ResidentAsked', data: { taskNo: 1, text: aText(), waitUntil } };
    const petition = aPetition({}, routed(), asked);
    const { subject, text } = mailComposer.compose(facts('question', { petition, said: 'Nhà ở số mấy?' }));
    expect(text).toContain('    Nhà ở số mấy?');
    expect(text).toContain('trả lời trước 17:00, thứ Ba 18/03/2025');
    expect(text).toContain('tạm dừng');
    expect(subject).not.toContain('13/03/2025');
  });

  it.each([
    ['guided', { type: 'PetitionGuided', data: { track: 'khieu-nai' } }, 'Khiếu nại quyết định'],
    [
      'forwarded',
      { type: 'PetitionForwarded', data: { body: aText() } },
      'đã chuyển nội dung này đến cơ quan khác',
    ],
  ])('decision, %s: says what it is', (_, { type, data }, words) => {
    const final = { taskNo: 1, text: aText(), declaredBy: aText(), documentNo: null };
    const petition = aPetition({}, routed(), { type, data: { ...final, ...data } } as Happening);
    expect(mailComposer.compose(facts('decision', { petition })).text).toContain(words);
  });

  it('urgent ones say so first', () => {
    const urgent = aPetition({ data: { serviceClass: 'khan' } }, routed());
    expect(mailComposer.compose(facts('assignment', { petition: urgent })).subject).toMatch(/^\[KHẨN\] /);
  });

  it('overdue: tells a missed acceptance from a missed answer', () => {
    const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
    const late = { now: '2025-03-14T02:00:00.000Z' };
    expect(mailComposer.compose(facts('overdue', late)).text).toContain('quá hạn nhận việc');
    const taken = aPetition({}, routed(), accepted);
    expect(mailComposer.compose(facts('overdue', { ...late, petition: taken })).text).toContain(
      'quá hạn giải quyết',
    );
  });

  it('decision: the answer as it was written, how to object, the document', () => {
    const { text, html } = mailComposer.compose(facts('decision'));
    expect(text).toContain('    Đã lắp biển cấm dừng đỗ.\n    <b>Không</b> còn xe khách.');
    expect(html).toContain('&lt;b&gt;Không&lt;/b&gt;');
    expect(text).toContain('Nếu chưa đồng ý');
    expect(text).toContain('Cho biết ý kiến về trả lời');
    expect(text).toContain('125/UBND');
  });

  it('decision of a refusal: the legal ground', () => {
    const refused = aPetition({}, routed(), {
      type: 'PetitionRejected',
      data: { taskNo: 1, ground: 'already-settled', text: aText(), declaredBy: aText(), documentNo: null },
    });
    const { text } = mailComposer.compose(facts('decision', { petition: refused }));
    expect(text).toContain('không thụ lý');
    expect(text).toContain('Vụ việc đã được giải quyết và trả lời trước đây');
  });

  it('moved: who holds it now and why; the promise to the resident, not the new term of the holder', () => {
    const later = anAssignment({
      holder: { id: 'ubnd-quan-12', name: 'UBND Quận 12', tier: 'huyen' },
      resolveBy: aDeadline('2025-03-28T10:00:00.000Z'),
    });
    const petition = aPetition({}, routed(), {
      type: 'PetitionEscalated',
      data: { taskNo: 1, assignment: later, lateSince: '2025-03-13T01:30:00.000Z' },
    });
    const { text } = mailComposer.compose(facts('moved', { petition }));
    for (const said of ['UBND Quận 12', 'quá hạn', '13/03/2025']) expect(text).toContain(said);
    expect(text).not.toContain('28/03/2025');
  });

  it('a label with line breaks stays one line in the subject', () => {
    const { subject } = mailComposer.compose(facts('receipt', { categoryLabel: 'A\r\nBcc: x@example.vn' }));
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
