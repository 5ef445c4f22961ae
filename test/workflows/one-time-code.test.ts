import { describe, expect, test } from 'vitest';
import { IllegalTransitionError, TaskClosedError } from '../../core/errors.js';
import { MAX_CODES_PER_DRAFT, MAX_TRIES_PER_CODE } from '../../core/petition/code-state.js';
import type { ContactStore } from '../../core/ports/contacts.js';
import { headSays } from '../support/asl/head-says.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { WARD } from '../support/asl/small-registers.js';
import {
  codeRef,
  HEAD,
  mailedCodeTo,
  nonceFor,
  otherThan,
  propose,
  TEXT,
  typesCode,
  withCodes,
} from '../support/asl/types-code.js';
import type { World, WorldOptions } from '../support/asl/world.js';
import { worldContacts } from '../support/asl/world-contacts.js';
import { linkIn, subjectsTo } from './mails-to.js';
import { refused } from './refused.js';

const RESIDENT = 'dan@kien-nghi.example';
const MAIN = `main@${WARD.id}.example`;

const drafted = async (options: WorldOptions = {}) => {
  const { world, id } = await withCodes(options);
  return { world, id, code: await propose(world, id) };
};

const draftLink = (world: World): string => linkIn(world, HEAD, 'answer-code');

const codeOf = async (world: World, id: string) => (await world.petition(id)).task?.proposal?.code;

const failTimes = async (world: World, id: string, times: number): Promise<void> => {
  const digits = otherThan(mailedCodeTo(world, HEAD));
  for (let i = 0; i < times; i++) await typesCode(world, id, { code: digits });
};

const requestAnother = async (world: World, id: string): Promise<string> => {
  await typesCode(world, id, { act: 'request-code' });
  await world.scheduler.runFor({ minutes: 10 });
  return mailedCodeTo(world, HEAD);
};

describe('an answer that the head approves by a one-time code', () => {
  test('waits as a draft; the code is mailed to the head and to nobody else, and stands nowhere in the record', async () => {
    const { world, id, code } = await drafted();
    expect(code).toMatch(/^[0-9]{8}$/);
    expect(world.fakes.mailer.sent.filter(({ html }) => html.includes(code)).map(({ to }) => to)).toEqual([
      HEAD,
    ]);
    expect((await world.petition(id)).outcome).toBeNull();
    expect(subjectsTo(world, RESIDENT)).not.toContain('decision');
    const event = (await world.history(id)).at(-1);
    expect(event).toMatchObject({ type: 'AnswerProposed', data: { code: { contactId: 'head' } } });
    expect(JSON.stringify([await world.history(id), await world.petition(id)])).not.toContain(code);
    const shown = await world.view((await world.linkOf(id)) ?? '');
    expect(JSON.stringify(shown)).not.toContain(code);
    await expectInvariants(world, id);
  });

  test('leaves as it was drafted when the code is typed, and names draft, drafter, code and whose it was', async () => {
    const { world, id, code } = await drafted();
    const seq = (await codeRef(world, id)).proposalSeq;
    await typesCode(world, id, { code: `${code.slice(0, 4)} ${code.slice(4)}` });
    await world.scheduler.runFor({ minutes: 10 });
    const answer = (await world.history(id)).find(({ type }) => type === 'PetitionResolved');
    expect(answer).toMatchObject({
      actor: { agencyId: WARD.id, contactId: expect.stringContaining('main@') as unknown },
      data: {
        approval: {
          ...{ by: 'code', proposalSeq: seq, codeNo: 1 },
          proposedBy: expect.stringContaining('main@') as unknown,
          contactId: expect.stringMatching(/^head@\d{4}-/) as unknown,
        },
      },
    });
    expect(await world.fakes.vault.openTexts(id, answer?.seq ?? 0)).toEqual({
      ...{ text: TEXT, declaredBy: 'Nguyễn Văn Thử — Phó Chủ tịch' },
    });
    expect(subjectsTo(world, RESIDENT).at(-1)).toBe('decision');
    await world.scheduler.runFor({ days: 3 });
    expect(subjectsTo(world, HEAD).at(-1)).toBe('answer-approved');
    expect(subjectsTo(world, MAIN)).not.toContain('answer-approved');
    expect(JSON.stringify(await world.history(id))).not.toContain(code);
    await expectInvariants(world, id);
  });

  test('the link in the mail sends the draft back, and approves nothing', async () => {
    const { world, id, code } = await drafted();
    expect(await refused(headSays(world, draftLink(world), { answer: 'approve-answer' }))).toEqual([
      'approved-by-code',
    ]);
    await expect(typesCode(world, id, { link: draftLink(world), code })).rejects.toThrow(TaskClosedError);
    await headSays(world, draftLink(world), { answer: 'return-answer', text: 'Thiếu ảnh.' });
    const ref = { proposalSeq: 3, codeNo: 1 };
    await expect(typesCode(world, id, { code, ref })).rejects.toThrow(IllegalTransitionError);
    expect(await world.told(id)).toEqual([
      ...['PetitionSubmitted', 'PetitionRouted', 'AnswerProposed', 'AnswerReturned'],
    ]);
  });

  test('the head itself answers without a code, and where there is no head the answer leaves and says so', async () => {
    const { world, id } = await withCodes();
    await world.decide(id, { decision: 'assign', contact: 'head' });
    await world.scheduler.runFor({ minutes: 10 });
    await world.decide(id, { decision: 'resolve' });
    expect((await world.history(id)).at(-1)?.data).toMatchObject({ approval: { by: 'actor' } });
    const headless = await withCodes({ contacts: worldContacts(['main']) });
    await headless.world.decide(headless.id, { decision: 'resolve' });
    expect((await headless.world.history(headless.id)).at(-1)?.data).toMatchObject({
      approval: { by: 'nobody', because: 'no-head' },
    });
  });
});

describe('a code that is not right', () => {
  test('is on record without its digits; after five the right one does not help either', async () => {
    const { world, id, code } = await drafted();
    await failTimes(world, id, MAX_TRIES_PER_CODE);
    const failed = (await world.history(id)).filter(({ type }) => type === 'AnswerCodeFailed');
    expect(failed.map(({ data }) => 'tryNo' in data && data.tryNo)).toEqual([1, 2, 3, 4, 5]);
    expect(JSON.stringify(failed.map(({ data }) => data))).not.toContain(otherThan(code));
    expect(await refused(typesCode(world, id, { code }))).toEqual(['code-spent']);
    expect((await world.petition(id)).task?.proposal).not.toBeNull();
    await expectInvariants(world, id);
  });

  test('what cannot be a code is not counted', async () => {
    const { world, id } = await drafted();
    expect(await refused(typesCode(world, id, { code: '1234567' }))).toEqual(['code-format']);
    expect(await refused(typesCode(world, id, { code: '１２３４５６７８' }))).toEqual(['code-format']);
    expect(await refused(typesCode(world, id, { code: null }))).toEqual(['required']);
    expect(await codeOf(world, id)).toMatchObject({ failures: 0 });
  });

  test('many at once are no more than five tries, and the same form again is one', async () => {
    const { world, id, code } = await drafted();
    const wrong = otherThan(code);
    await Promise.allSettled(Array.from({ length: 12 }, () => typesCode(world, id, { code: wrong })));
    expect((await codeOf(world, id))?.failures).toBeLessThanOrEqual(MAX_TRIES_PER_CODE);

    const other = await drafted();
    const link = (await other.world.linkOf(other.id)) ?? '';
    const form = { link, nonce: await nonceFor(other.world, link), code: otherThan(other.code) };
    const outcomes = [
      await typesCode(other.world, other.id, form),
      await typesCode(other.world, other.id, form),
      await typesCode(other.world, other.id, { ...form, code: other.code }),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'repeated', 'mismatch']);
    expect(await codeOf(other.world, other.id)).toMatchObject({ failures: 1 });
    await expectInvariants(other.world, other.id);
  });

  test('the fingerprint that is stored is keyed: from a plain one the digits could be found by trying all', async () => {
    const { world, id, code } = await drafted();
    const link = (await world.linkOf(id)) ?? '';
    const nonce = await nonceFor(world, link);
    await typesCode(world, id, { link, nonce, code });
    const fields = JSON.stringify({ act: 'enter-code', code, ref: { proposalSeq: 3, codeNo: 1 } });
    const keyed = await world.linkDeps().codeKeys.mac('answer-code-form', fields);
    expect((await world.fakes.store.receipt(id, nonce))?.fingerprint).toBe(keyed);
  });
});

describe('another code', () => {
  test('makes the one before it void, counts tries anew, and is given five times a draft', async () => {
    const { world, id, code } = await drafted();
    await failTimes(world, id, MAX_TRIES_PER_CODE);
    const stale = await codeRef(world, id);
    const second = await requestAnother(world, id);
    expect(second).not.toBe(code);
    expect(await codeOf(world, id)).toMatchObject({ no: 2, failures: 0 });
    expect(await refused(typesCode(world, id, { code: second, ref: stale }))).toEqual(['code-replaced']);
    await typesCode(world, id, { code });
    expect(await codeOf(world, id)).toMatchObject({ no: 2, failures: 1 });
    for (let no = 3; no <= MAX_CODES_PER_DRAFT; no++) await requestAnother(world, id);
    expect(await refused(typesCode(world, id, { act: 'request-code' }))).toEqual(['codes-used-up']);
    await typesCode(world, id, { code: mailedCodeTo(world, HEAD) });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    await expectInvariants(world, id);
  });

  test('is asked for when the first has expired; reminders then carry none', async () => {
    const { world, id, code } = await drafted();
    const until = (await codeOf(world, id))?.until ?? '';
    await world.scheduler.runFor({ days: 1 });
    expect(world.now > until).toBe(true);
    expect(await refused(typesCode(world, id, { code }))).toEqual(['code-expired']);
    expect(await codeOf(world, id)).toMatchObject({ failures: 0 });
    await world.scheduler.runFor({ days: 2 });
    expect(subjectsTo(world, HEAD).filter((subject) => subject === 'answer-code').length).toBeGreaterThan(1);
    expect(mailedCodeTo(world, HEAD)).toBe('');
    const second = await requestAnother(world, id);
    await typesCode(world, id, { code: second });
    expect((await world.petition(id)).status).toBe('RESOLVED');
  });

  test('goes to whoever is head by then: the code of a former head does not hold, nor without a head', async () => {
    const contacts: ContactStore = worldContacts();
    const { world, id, code } = await drafted({ contacts });
    const before = worldContacts();
    contacts.addressSince = (agencyId, contactId) =>
      contactId === 'head' ? Promise.resolve(world.now) : before.addressSince(agencyId, contactId);
    expect(await refused(typesCode(world, id, { code }))).toEqual(['code-of-former-head']);
    expect(await codeOf(world, id)).toMatchObject({ failures: 0 });
    contacts.posts = (agencyId) => worldContacts(['main']).posts(agencyId);
    expect(await refused(typesCode(world, id, { act: 'request-code' }))).toEqual(['no-head']);
    await world.decide(id, { decision: 'resolve' });
    expect((await world.history(id)).at(-1)?.data).toMatchObject({ approval: { by: 'nobody' } });
  });
});
