import type { EventData } from '../../../core/events.js';
import { noticeId } from '../../../core/petition/notices.js';
import type { NoticeRef } from '../../../core/ports/notices.js';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import { changePetition } from '../../../core/use-cases/change-petition.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import type { Submission } from '../../../core/use-cases/submission.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { smallRegisters, WARD } from '../../support/asl/small-registers.js';
import { contact } from './mail-scene.js';
import { aForm, aSubmission, createScene, hashOf, type Scene } from './scene.js';

export const DAY = '2025-03-04';
export const NINE = '2025-03-04T02:00:00.000Z';

/** A petition that its holder has just got. */
export const aTask = async (s: Scene, key: string, overrides: Partial<Submission> = {}): Promise<string> => {
  const { petition } = await submitPetition(s, aSubmission(overrides), { key, fingerprint: 'noi-dung' });
  await advancePetition(s, { petitionId: petition.id, thread: 'lead', run: 1 }, 'Route');
  return petition.id;
};

/** A ward with three open tasks, where two are mailed one by one; it is nine o'clock of the next day. */
export const manyTasks = async (digestOver: number | null = 2) => {
  const s = createScene(smallRegisters({ digestOver }));
  const ids = [await aTask(s, 'khoa-1'), await aTask(s, 'khoa-2'), await aTask(s, 'khoa-3')] as const;
  for (const role of ['main', 'alternate'] as const) await s.contacts.put(contact(role));
  s.clock.set(NINE);
  return { s, ids };
};

/** The workflow reminds the holder now. */
export const remind = async (
  s: Scene,
  petitionId: string,
  data: Partial<EventData<'HolderReminded'>> = {},
): Promise<NoticeRef> => {
  const { petition } = await changePetition(s, petitionId, ({ petition: { task }, now }) =>
    Promise.resolve({
      happening: {
        type: 'HolderReminded',
        data: { taskNo: task?.no ?? 0, kind: 'before-due', planned: now, copyToHead: false, ...data },
      },
      actor: { kind: 'system' },
    }),
  );
  // The main contact's notice is the first, the head's the second.
  return { petitionId, id: noticeId(petition.head.seq, 0) };
};

export const subjects = (s: Scene, role: 'main' | 'alternate' | 'head' = 'main') =>
  s.mailer.to(`${role}@${WARD.id}.example`).map((mail) => mail.subject);

export const nonceOf = (s: Scene, linkId: string) => createNonce(s, hashOf(linkId));

/** The task is settled through any link of it. */
export const settle = async (s: Scene, linkId: string): Promise<void> => {
  await decideTask(s, linkId, await aForm(s, { decision: 'resolve', nonce: await nonceOf(s, linkId) }));
};

/** A link of the task's own, as its assignment's mail carries it. */
export const taskLink = async (s: Scene, petitionId: string): Promise<string> => {
  await sendNotice(s, { petitionId, id: '000002-0' });
  return s.mailer.sent.at(-1)?.text.split('/t/')[1]?.trim() ?? '';
};

/** The mail's link, after the first reminder of the day. */
export const digested = async () => {
  const { s, ids } = await manyTasks();
  await sendNotice(s, await remind(s, ids[0]));
  return { s, ids, linkId: s.mailer.sent.at(-1)?.text.split('/d/')[1] ?? '' };
};
