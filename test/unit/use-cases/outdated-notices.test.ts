import { describe, expect, test } from 'vitest';
import type { NoticeRef } from '../../../core/ports/notices.js';
import { confirmDelivery } from '../../../core/use-cases/confirm-delivery.js';
import { resendTasks } from '../../../core/use-cases/resend-tasks.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import { answer, dissatisfied, hear, held, resolved, SATISFIED, waiting, WITHDRAW } from './hearing.js';
import { aSubmission, load, RESIDENT_EMAIL, type Scene } from './scene.js';

const ref = (petitionId: string, id: string): NoticeRef => ({ petitionId, id });
const status = async (scene: Scene, at: NoticeRef) => (await scene.notices.load(at))?.status;
const subjects = (scene: Scene) => scene.mailer.to(RESIDENT_EMAIL).map((mail) => mail.subject);
const withoutEmail = () => {
  const { file } = aSubmission();
  return { file: { ...file, submitter: { ...file.submitter, email: null } } };
};
/** Officials' mails wait for the office hours. */
const atOffice = (scene: Scene) => {
  scene.clock.advance({ days: 1 });
};

describe('a question to the resident', () => {
  const QUESTION = (id: string) => ref(id, '000003-0');

  test('is in the mail, with a page that its reader can answer on', async () => {
    const { scene, id } = await waiting();
    expect(await sendNotice(scene, QUESTION(id))).toBe('sent');
    expect(scene.mailer.to(RESIDENT_EMAIL)[0]?.text).toContain('Rác ở đầu hẻm nào?');
    expect((await load(scene, id)).delivered).toBeNull();
  });

  test('that is answered already does not leave', async () => {
    const { scene, id } = await waiting();
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    expect(await sendNotice(scene, QUESTION(id))).toBe('skipped');
    expect(scene.mailer.sent).toEqual([]);
  });

  test('does not leave in place of the next one', async () => {
    const { scene, id, decide } = await waiting();
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    await decide('ask', { text: 'Số nhà nào?' });
    expect(await sendNotice(scene, QUESTION(id))).toBe('skipped');
    expect(await sendNotice(scene, ref(id, '000005-0'))).toBe('sent');
    expect(scene.mailer.to(RESIDENT_EMAIL)[0]?.text).toContain('Số nhà nào?');
  });

  test('to a resident without an e-mail is for the desk to ask', async () => {
    const { scene, id } = await waiting(withoutEmail());
    expect(await sendNotice(scene, QUESTION(id))).toBe('worklist');
    expect(await status(scene, QUESTION(id))).toBe('WORKLIST');
  });
});

describe('an answer to the resident', () => {
  const DECISION = (id: string) => ref(id, '000003-0');

  test('that was taken up again does not leave, and its delivery opens nothing', async () => {
    const { scene, id } = await resolved();
    await hear(scene, id, { word: dissatisfied() });
    expect(await sendNotice(scene, DECISION(id))).toBe('skipped');
    const delivery = { by: 'phone', actor: { kind: 'operator', userId: 'u' }, answerSeq: 3 } as const;
    expect((await confirmDelivery(scene, id, delivery)).event).toBeNull();
    expect(await load(scene, id)).toMatchObject({ status: 'ASSIGNED', delivered: null });
  });

  test('that the resident has judged already does not leave', async () => {
    const { scene, id } = await resolved();
    await hear(scene, id, { word: SATISFIED });
    expect(await sendNotice(scene, DECISION(id))).toBe('skipped');
  });

  test('that the resident judges and closes while the mail leaves is sent once', async () => {
    const { scene, id, advance } = await resolved();
    const send = scene.mailer.send.bind(scene.mailer);
    scene.mailer.send = async (mail) => {
      const outcome = await send(mail);
      await hear(scene, id, { word: SATISFIED });
      await advance('Close');
      return outcome;
    };
    expect(await sendNotice(scene, DECISION(id))).toBe('sent');
    expect(await status(scene, DECISION(id))).toBe('SENT');
    expect(subjects(scene)).toEqual(['decision']);
    expect(await load(scene, id)).toMatchObject({ status: 'CLOSED', delivered: null });
  });
});

describe('a mail to the holder', () => {
  test('says that the resident has answered, with the link of the task', async () => {
    const { scene, id } = await waiting();
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    atOffice(scene);
    expect(await sendNotice(scene, ref(id, '000004-0'))).toBe('sent');
    const mail = scene.mailer.to('main@ubnd-phuong.example')[0];
    expect(mail).toMatchObject({ subject: 'answered' });
    expect(mail?.text).toContain('/t/');
    expect(mail?.text).not.toContain('hẻm 5');
  });

  test('that the clock runs on does not leave when the holder has asked again', async () => {
    const { scene, id, decide } = await waiting();
    await hear(scene, id, { word: answer('Ở hẻm 5.') });
    await decide('ask', { text: 'Số nhà nào?' });
    atOffice(scene);
    expect(await sendNotice(scene, ref(id, '000004-0'))).toBe('skipped');
  });

  test('with a new link to its task leaves while the resident is asked', async () => {
    const { scene, id } = await waiting();
    expect(await resendTasks(scene, 'ubnd-phuong')).toBe(1);
    expect(await sendNotice(scene, ref(id, '000003-100'))).toBe('sent');
  });

  test('that the resident has heard nothing does not leave once the holder has written', async () => {
    const { scene, id, decide } = await held();
    const notice = ref(id, '000002-100');
    const { head, provinceId } = await load(scene, id);
    await scene.notices.add({
      ...{ ...notice, provinceId, kind: 'first-notice', seq: head.seq, taskNo: 1, sendAfter: head.at },
      to: { kind: 'agency', agencyId: 'ubnd-phuong', role: 'main' },
    });
    await decide('accept');
    expect(await sendNotice(scene, notice)).toBe('skipped');
  });

  test('that a petition is withdrawn leaves though nobody holds it any more', async () => {
    const { scene, id } = await held();
    await hear(scene, id, { word: WITHDRAW });
    expect(await sendNotice(scene, ref(id, '000003-1'))).toBe('sent');
    atOffice(scene);
    expect(await sendNotice(scene, ref(id, '000003-0'))).toBe('sent');
    expect(await sendNotice(scene, ref(id, '000002-0'))).toBe('skipped');
    expect(scene.mailer.sent.map(({ subject }) => subject)).toEqual(['withdrawal-noted', 'withdrawn']);
  });
});

test('only the mails of residents carry the secret of the receipt', async () => {
  const { scene, id } = await waiting();
  const pages: [string, string][] = [];
  const compose: Scene['composer']['compose'] = (facts) => {
    pages.push([facts.kind, facts.trackUrl]);
    return scene.composer.compose(facts);
  };
  atOffice(scene);
  for (const no of ['000002-0', '000003-0'])
    expect(await sendNotice({ ...scene, composer: { ...scene.composer, compose } }, ref(id, no))).toBe(
      'sent',
    );
  const secret = await receiptSecret(scene.receiptKeys, id);
  expect(pages.map(([kind, url]) => [kind, url.includes(secret)])).toEqual([
    ['assignment', false],
    ['question', true],
  ]);
});
