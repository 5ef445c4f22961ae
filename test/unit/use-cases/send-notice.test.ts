import { describe, expect, test } from 'vitest';
import { NotFoundError, TransientError } from '../../../core/errors.js';
import type { Contact } from '../../../core/ports/contacts.js';
import type { NoticeRef, NoticeStore } from '../../../core/ports/notices.js';
import { aContact, aLink } from '../../support/builders/link-builder.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import {
  aForm,
  aSubmission,
  atWard,
  createScene,
  hashOf,
  LINK_ID,
  load,
  RESIDENT_EMAIL,
  type Scene,
} from './scene.js';

const contact = (role: Contact['role'], agencyId = 'ubnd-phuong'): Contact =>
  aContact({
    agencyId,
    id: role === 'main' ? 'lien-he-1' : role,
    role,
    email: `${role}@${agencyId}.example`,
  });

const RECEIPT = (petitionId: string): NoticeRef => ({ petitionId, id: '000001-0' });
const ASSIGNMENT = (petitionId: string): NoticeRef => ({ petitionId, id: '000002-0' });
const DECISION = (petitionId: string): NoticeRef => ({ petitionId, id: '000003-0' });

const scene = async (overrides: Parameters<typeof atWard>[1] = {}) => {
  const created = createScene();
  const { id } = await atWard(created, overrides);
  return { s: created, id };
};
const status = async (s: Scene, ref: NoticeRef) => (await s.notices.load(ref))?.status;
const withoutEmail = () => {
  const { file } = aSubmission();
  return { file: { ...file, submitter: { ...file.submitter, email: null } } };
};

describe('a promised mail', () => {
  test('leaves once, however often its message comes', async () => {
    const { s, id } = await scene();
    expect(await sendNotice(s, RECEIPT(id))).toBe('sent');
    expect(await sendNotice(s, RECEIPT(id))).toBe('nothing-to-do');
    expect(s.mailer.to(RESIDENT_EMAIL).map((mail) => mail.subject)).toEqual(['receipt']);
    expect(await status(s, RECEIPT(id))).toBe('SENT');
  });

  test('to the holder carries a link of its own, stored by its digest only, the same in every mail', async () => {
    const { s, id } = await scene();
    await s.contacts.put(contact('main'));
    expect(await sendNotice(s, ASSIGNMENT(id))).toBe('sent');
    const linkId = s.mailer.to('main@ubnd-phuong.example')[0]?.text.split('/t/')[1]?.trim() ?? '';
    expect(linkId).toMatch(/^[\w-]{22}$/);
    expect(await s.links.find(hashOf(linkId))).toEqual(
      aLink({ hash: hashOf(linkId), petitionId: id, agencyId: 'ubnd-phuong' }),
    );
    expect(JSON.stringify(s.database.all('Petitions'))).not.toContain(linkId);
  });

  test('goes to the next contact when the first is refused for good', async () => {
    const { s, id } = await scene();
    for (const role of ['head', 'main'] as const) await s.contacts.put(contact(role));
    s.mailer.failNext('refused-for-good');
    expect(await sendNotice(s, ASSIGNMENT(id))).toBe('sent');
    expect(s.mailer.sent.map((mail) => mail.to)).toEqual(['head@ubnd-phuong.example']);
  });

  test('for an agency without any address is for a person to do', async () => {
    const { s, id } = await scene();
    await s.contacts.remove('ubnd-phuong', 'lien-he-1');
    expect(await sendNotice(s, ASSIGNMENT(id))).toBe('unreached');
    expect((await s.notices.worklist('hcm', { limit: 5 })).items.map((item) => item.id)).toEqual([
      '000002-0',
    ]);
  });

  test('about a task that is closed meanwhile does not leave', async () => {
    const { s, id } = await scene();
    await s.contacts.put(contact('main'));
    await decideTask(s, LINK_ID, await aForm(s, { decision: 'resolve' }));
    expect(await sendNotice(s, ASSIGNMENT(id))).toBe('skipped');
    expect(s.mailer.sent).toEqual([]);
  });

  test('that the service refuses comes again after a minute, two …, and after ten times a person takes over', async () => {
    const { s, id } = await scene();
    const waits: number[] = [];
    for (let refusal = 1; refusal <= 10; refusal += 1) {
      s.mailer.failNext('refused');
      const outcome = await sendNotice(s, RECEIPT(id));
      expect(outcome).toBe(refusal === 10 ? 'abandoned' : 'retry');
      const before = Date.parse(s.clock.now());
      for (
        let i = 0;
        i < 100 &&
        (await s.notices.due('hcm', s.clock.now(), { limit: 9 })).every((ref) => ref.id !== '000001-0');
        i += 1
      )
        s.clock.advance({ minutes: 1 });
      waits.push((Date.parse(s.clock.now()) - before) / 60_000);
    }
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(await status(s, RECEIPT(id))).toBe('WORKLIST');
    expect((await s.notices.load(RECEIPT(id)))?.attempts).toBe(0);
  });

  test('whose end is unknown is tried once more when the lease is over, and then a person takes over', async () => {
    const { s, id } = await scene();
    s.mailer.failNext('lost-answer', 'lost-answer');
    await expect(sendNotice(s, RECEIPT(id))).rejects.toThrow(TransientError);
    expect(await sendNotice(s, RECEIPT(id))).toBe('nothing-to-do');
    s.clock.advance({ seconds: 90 });
    await expect(sendNotice(s, RECEIPT(id))).rejects.toThrow(TransientError);
    s.clock.advance({ seconds: 89 });
    expect(await sendNotice(s, RECEIPT(id))).toBe('nothing-to-do');
    s.clock.advance({ seconds: 1 });
    expect(await sendNotice(s, RECEIPT(id))).toBe('abandoned');
    expect(s.mailer.sent).toHaveLength(2);
    expect(await status(s, RECEIPT(id))).toBe('WORKLIST');
  });

  test('that fails before anything left gives its attempt back', async () => {
    const { s, id } = await scene();
    const composer = {
      ...s.composer,
      compose: () => {
        throw new Error('words are missing');
      },
    };
    await expect(sendNotice({ ...s, composer }, RECEIPT(id))).rejects.toThrow('words are missing');
    expect(await s.notices.load(RECEIPT(id))).toMatchObject({ status: 'PENDING', attempts: 0 });
    s.clock.advance({ minutes: 1 });
    expect(await sendNotice(s, RECEIPT(id))).toBe('sent');
  });

  test('of an unknown petition or notice is not found', async () => {
    const { s, id } = await scene();
    await expect(sendNotice(s, RECEIPT('khong-co'))).rejects.toThrow(NotFoundError);
    await expect(sendNotice(s, { petitionId: id, id: '000009-0' })).rejects.toThrow(NotFoundError);
  });
});

describe('the answer to the resident', () => {
  const answered = async (overrides: Parameters<typeof atWard>[1] = {}) => {
    const { s, id } = await scene(overrides);
    await decideTask(s, LINK_ID, await aForm(s, { decision: 'resolve' }));
    return { s, id };
  };

  test('is in the mail, and counts as delivered when the service has taken it', async () => {
    const { s, id } = await answered();
    expect(await sendNotice(s, DECISION(id))).toBe('sent');
    expect(s.mailer.to(RESIDENT_EMAIL).at(-1)?.text).toContain('Đã thu gom xong sáng nay.');
    expect((await load(s, id)).delivered?.by).toBe('email');
  });

  const withFailingCommit = (s: Scene): Scene => ({
    ...s,
    store: Object.assign(Object.create(s.store) as typeof s.store, {
      commit: () => Promise.reject(new TransientError('throttled')),
    }),
  });

  test('is never settled as sent without its delivery: what died in between is tried a second time', async () => {
    const { s, id } = await answered();
    await expect(sendNotice(withFailingCommit(s), DECISION(id))).rejects.toThrow(TransientError);
    expect(await sendNotice(s, DECISION(id))).toBe('nothing-to-do');
    s.clock.advance({ seconds: 90 });
    expect(await sendNotice(s, DECISION(id))).toBe('sent');
    expect((await load(s, id)).delivered?.by).toBe('email');
    expect(s.mailer.to(RESIDENT_EMAIL)).toHaveLength(2);
  });

  test('goes to a person when its delivery could not be recorded twice, after two mails', async () => {
    const { s, id } = await answered();
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(sendNotice(withFailingCommit(s), DECISION(id))).rejects.toThrow(TransientError);
      s.clock.advance({ seconds: 90 });
    }
    expect(await sendNotice(s, DECISION(id))).toBe('abandoned');
    expect((await s.notices.load(DECISION(id)))?.status).toBe('WORKLIST');
    expect(s.mailer.to(RESIDENT_EMAIL)).toHaveLength(2);
  });

  test('is not mailed again when the delivery is recorded and only the note of it was lost', async () => {
    const { s, id } = await answered();
    const notices: NoticeStore = {
      add: () => Promise.resolve(false),
      load: (ref) => s.notices.load(ref),
      claim: (ref, lease) => s.notices.claim(ref, lease),
      settle: () => Promise.reject(new Error('lost')),
      due: () => Promise.resolve([]),
      unconfirmed: () => Promise.resolve([]),
      worklist: () => Promise.resolve({ items: [] }),
    };
    await expect(sendNotice({ ...s, notices }, DECISION(id))).rejects.toThrow('lost');
    s.clock.advance({ seconds: 90 });
    expect(await sendNotice(s, DECISION(id))).toBe('sent');
    expect(s.mailer.to(RESIDENT_EMAIL)).toHaveLength(1);
  });

  test('without an address is for a person; a receipt is only left out', async () => {
    const { s, id } = await answered(withoutEmail());
    expect(await sendNotice(s, RECEIPT(id))).toBe('skipped');
    expect(await sendNotice(s, DECISION(id))).toBe('worklist');
    expect((await load(s, id)).delivered).toBeNull();
  });
});
