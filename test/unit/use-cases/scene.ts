import { createHash } from 'node:crypto';
import type { DigestMailFacts, MailFacts } from '../../../core/ports/mail.js';
import type { Registers } from '../../../core/ports/registers.js';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import type { DecisionForm } from '../../../core/use-cases/decide-task.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import type { Submission } from '../../../core/use-cases/submission.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { aContact, aLink } from '../../support/builders/link-builder.js';
import { CATEGORY, smallRegisters } from '../../support/asl/small-registers.js';
import { createFakeAdapters } from '../../support/fakes/fake-adapters.js';

export const RESIDENT_EMAIL = 'dan@kien-nghi.example';
export const LINK_ID = 'duong-dan-1';

type Told = Pick<MailFacts, 'kind' | 'taskUrl' | 'trackUrl' | 'said'>;

export const createScene = (registers: Registers = smallRegisters()) => ({
  ...createFakeAdapters(),
  registers,
  linkKeys: createFakeAdapters().keyed,
  codeKeys: createFakeAdapters().keyed,
  receiptKeys: createFakeAdapters().keyed,
  linkKeyVersion: '1',
  publicOrigin: 'https://kien-nghi.example',
  mailFrom: 'khong-tra-loi@kien-nghi.example',
  composer: {
    compose: ({ kind, taskUrl, said }: Told) => ({
      subject: kind,
      text: [taskUrl ?? '', said ?? ''].join('\n'),
      html: '',
    }),
    digest: ({ url }: Pick<DigestMailFacts, 'url'>) => ({ subject: 'digest', text: url, html: '' }),
  },
});
export type Scene = ReturnType<typeof createScene>;

export const aSubmission = (overrides: Partial<Submission> = {}): Submission => ({
  category: CATEGORY,
  conditions: {},
  urgent: false,
  place: { unit: 'phuong-thoi-an' },
  file: {
    description: 'Rác tồn đọng ba ngày ở đầu hẻm.',
    address: '12 hẻm 5',
    point: null,
    submitter: { kind: 'ca-nhan', name: 'Trần Thị Thử', phone: '0900000000', email: RESIDENT_EMAIL },
  },
  channel: 'web',
  receivedBy: null,
  addressee: null,
  against: null,
  photos: [],
  matters: [],
  ...overrides,
});

export const KEY = { key: 'khoa-1', fingerprint: 'noi-dung-1' };

/** A petition as handed in; its thread is at run 1. */
export const submitted = async (scene: Scene, overrides: Partial<Submission> = {}) => {
  const { petition } = await submitPetition(scene, aSubmission(overrides), KEY);
  return { id: petition.id, at: { petitionId: petition.id, thread: 'lead', run: 1 } };
};

/** Routed to the ward, whose main contact has a link. */
export const atWard = async (scene: Scene, overrides: Partial<Submission> = {}) => {
  const { id, at } = await submitted(scene, overrides);
  await advancePetition(scene, at, 'Route');
  const { task } = await load(scene, id);
  const agencyId = task?.holder.id ?? '';
  await scene.contacts.put(aContact({ agencyId, email: `main@${agencyId}.example` }));
  await scene.links.put(aLink({ hash: hashOf(LINK_ID), petitionId: id, taskNo: task?.no ?? 0, agencyId }));
  return { id, at };
};

export const hashOf = (linkId: string): string => createHash('sha256').update(linkId).digest('hex');

export const load = async (scene: Scene, id: string) => {
  const petition = await scene.store.load(id);
  if (petition === null) throw new Error('no such petition');
  return petition;
};

export const thread = async (scene: Scene, id: string) => {
  const found = await scene.threads.load(id, 'lead');
  if (found === null) throw new Error('no such thread');
  return found;
};

export const told = async (scene: Scene, id: string): Promise<string[]> =>
  (await scene.store.history(id)).map((event) => event.type);

/** A form as our page renders it for the link. */
export const aForm = async (
  scene: Scene,
  overrides: Partial<DecisionForm> & Pick<DecisionForm, 'decision'>,
): Promise<DecisionForm> => ({
  nonce: await createNonce(scene, hashOf(LINK_ID)),
  text: 'Đã thu gom xong sáng nay.',
  agency: null,
  until: null,
  ground: null,
  track: null,
  body: null,
  actorName: 'Nguyễn Văn Thử',
  actorPosition: 'Phó Chủ tịch',
  noEvidenceReason: null,
  supportOpenReason: null,
  supports: [],
  matters: [],
  duplicateOf: null,
  thread: null,
  contact: null,
  visitDay: null,
  visitTime: null,
  visitPlace: null,
  documentNo: null,
  conditions: {},
  category: null,
  signedFile: null,
  evidence: [],
  ...overrides,
});
