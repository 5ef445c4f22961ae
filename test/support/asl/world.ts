import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PetitionEvent } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import { supportOf } from '../../../core/petition/support.js';
import type { ContactStore } from '../../../core/ports/contacts.js';
import type { Link } from '../../../core/ports/links.js';
import type { Registers } from '../../../core/ports/registers.js';
import type { Thread } from '../../../core/ports/thread-store.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { answerExtension } from '../../../core/use-cases/answer-extension.js';
import type { SuperiorAnswer } from '../../../core/petition/transitions.js';
import { decideTask, type DecisionForm } from '../../../core/use-cases/decide-task.js';
import type { FormOutcome } from '../../../core/use-cases/record-form.js';
import { viewTask, type DeadTask, type LiveTask } from '../../../core/use-cases/view-task.js';
import type { LiveSupport } from '../../../core/use-cases/view-support.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import { hearResident, type ResidentWord } from '../../../core/use-cases/hear-resident.js';
import type { MessageGateway } from '../../../core/use-cases/message-to-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import type { Submission } from '../../../core/use-cases/submission.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { createFakeAdapters, type FakeAdapters } from '../fakes/fake-adapters.js';
import { parseDefinition } from './definition.js';
import { noFaults, type Faults } from './faults.js';
import { createFunctions, type Functions } from './functions.js';
import type { Execution } from './interpreter.js';
import { executionsOn, invoker, Machinery, nameOf } from './machinery.js';
import { Scheduler } from './scheduler.js';
import { CATEGORY, smallRegisters } from './small-registers.js';
import { StateMachine } from './state-machine.js';
import { worldContacts } from './world-contacts.js';

const DAY_MS = 86_400_000;

const folder = new URL('../../../workflows/', import.meta.url);
/** The text of a workflow file, as it is deployed. */
export const workflowText = (path = 'petition.asl.json'): string =>
  readFileSync(new URL(path, folder), 'utf8');

export interface WorldOptions {
  now?: Instant;
  registers?: Registers;
  /** Whom agencies have; a first contact, a head and an office by default. */
  contacts?: ContactStore;
  /** A stage with a gateway for messages; without one by default. */
  gateway?: MessageGateway;
  /** Text of the state machine; today's by default. */
  asl?: string;
}

const SUBMISSION: Submission = {
  category: CATEGORY,
  conditions: {},
  urgent: false,
  place: { unit: 'phuong-thoi-an' },
  file: {
    description: 'Rác tồn đọng ba ngày ở đầu hẻm.',
    address: null,
    point: null,
    submitter: { kind: 'ca-nhan', name: 'Trần Thị Thử', phone: null, email: 'dan@kien-nghi.example' },
  },
  channel: 'web',
  receivedBy: null,
  addressee: null,
  against: null,
  photos: [],
  matters: [],
};

const FORM: Omit<DecisionForm, 'decision' | 'nonce'> = {
  text: 'Đã kiểm tra và xử lý.',
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
  thread: null,
  contact: null,
  visitDay: null,
  visitTime: null,
  visitPlace: null,
  documentNo: null,
  conditions: {},
  category: null,
  duplicateOf: null,
  signedFile: null,
  evidence: [],
};

/**
 * The whole product in virtual time: the real use cases and functions over fakes, the real text of the state machine,
 * and around them what may go wrong.
 */
export class World {
  readonly faults: Faults = noFaults();
  readonly fakes: FakeAdapters;
  readonly registers: Registers;
  readonly contacts: ContactStore;
  readonly scheduler: Scheduler;
  readonly machine: StateMachine;
  readonly machinery: Machinery;
  readonly #functions: Functions;
  #intakes = 0;

  constructor({
    now,
    registers = smallRegisters(),
    contacts = worldContacts(),
    asl = workflowText(),
    gateway,
  }: WorldOptions = {}) {
    this.contacts = contacts;
    this.fakes = createFakeAdapters(now);
    this.registers = registers;
    this.scheduler = new Scheduler(this.fakes.clock);
    const executions = executionsOn(() => this.machine, this.faults);
    this.#functions = createFunctions({ ...this.fakes, contacts }, { registers, executions, gateway });
    const functions = () => this.#functions;
    const releaseId = () => registers.releaseId();
    this.machinery = new Machinery(this.scheduler, this.fakes, { functions, faults: this.faults, releaseId });
    this.scheduler.afterEach = () => {
      this.machinery.pump();
    };
    this.machine = new StateMachine(parseDefinition(asl), {
      scheduler: this.scheduler,
      invoke: invoker(this.scheduler, functions, this.faults),
      jitter: () => 0.5,
      transitionMs: 10,
      ended: (execution) => {
        this.machinery.executionEnded(execution);
      },
    });
  }

  /** Runs until the present execution of a petition waits for an answer. */
  async untilWaiting(petitionId: string): Promise<Execution> {
    const { run } = await this.thread(petitionId);
    const name = nameOf({ petitionId, thread: 'lead', run });
    const isWaiting = () => this.machine.executions.get(name)?.isWaiting === true;
    if (!(await this.scheduler.runUnless(isWaiting, plusMs(this.now, DAY_MS))))
      throw new Error('it never waited');
    return this.execution(petitionId, run);
  }

  get now(): Instant {
    return this.fakes.clock.now();
  }

  /** A resident hands in a petition. */
  async submit(
    file: Partial<Submission['file']['submitter']> = {},
    more: Partial<Submission> = {},
  ): Promise<string> {
    this.#intakes += 1;
    const submission = { ...SUBMISSION, ...more };
    const submitter = { ...submission.file.submitter, ...file };
    const key = { key: `khoa-${this.#intakes}`, fingerprint: 'noi-dung' };
    const { petition } = await submitPetition(
      { ...this.fakes, registers: this.registers },
      { ...submission, file: { ...submission.file, submitter } },
      key,
    );
    this.machinery.pump();
    return petition.id;
  }

  /** The holder decides through the link in its mail; null while it has no link for the open task. */
  async decide(
    petitionId: string,
    form: Partial<DecisionForm> & Pick<DecisionForm, 'decision'>,
  ): Promise<FormOutcome | null> {
    const link = await this.linkOf(petitionId);
    return link === null ? null : this.decideBy(link, form);
  }

  /** Somebody decides through a link, whatever has become of it. */
  async decideBy(
    link: string,
    form: Partial<DecisionForm> & Pick<DecisionForm, 'decision'>,
  ): Promise<FormOutcome> {
    const deps = this.linkDeps();
    const nonce = await createNonce(deps, createHash('sha256').update(link).digest('hex'));
    const outcome = await decideTask(deps, link, { ...FORM, nonce, ...form });
    this.machinery.pump();
    return outcome;
  }

  /** What forms and pages of links need. */
  linkDeps() {
    const { registers, contacts } = this;
    return { ...this.fakes, contacts, registers, linkKeyVersion: '1', codeKeys: this.fakes.keyed };
  }

  /** A superior answers a request through its own link. */
  async answerBy(
    link: string,
    answer: SuperiorAnswer,
    text: string | null = 'Đã xem xét đề nghị.',
  ): Promise<FormOutcome> {
    const deps = this.linkDeps();
    const nonce = await createNonce(deps, createHash('sha256').update(link).digest('hex'));
    const declared = { actorName: 'Lê Thị Thử', actorPosition: 'Chủ tịch' };
    const outcome = await answerExtension(deps, link, { nonce, answer, text, ...declared });
    this.machinery.pump();
    return outcome;
  }

  /** The resident says something, with the receipt at hand. */
  async hear(petitionId: string, word: ResidentWord): Promise<Petition> {
    const deps = { ...this.fakes, registers: this.registers };
    const { code } = await this.petition(petitionId);
    const secret = await receiptSecret(this.fakes.keyed, petitionId);
    const petition = await hearResident(deps, { code, secret, word, key: null });
    this.machinery.pump();
    return petition;
  }

  /** What a link shows. */
  view(link: string): Promise<LiveTask | LiveSupport | DeadTask> {
    const deps = this.linkDeps();
    return viewTask(deps, link);
  }

  /** The link of the open task, from the latest mail that has one. */
  async linkOf(petitionId: string): Promise<string | null> {
    const { task } = await this.petition(petitionId);
    const isHolders = ({ thread, taskNo, agencyId, requestSeq }: Link) =>
      thread === undefined && requestSeq === undefined && taskNo === task?.no && agencyId === task.holder.id;
    return this.#mailedLink((link) => link.petitionId === petitionId && isHolders(link));
  }

  /** The link of an open support task, from the latest mail that has one. */
  async supportLinkOf(petitionId: string, thread: string): Promise<string | null> {
    const support = supportOf(await this.petition(petitionId), thread);
    return this.#mailedLink(
      (link) => link.petitionId === petitionId && link.thread === thread && link.taskNo === support?.no,
    );
  }

  async #mailedLink(isIt: (link: Link) => boolean): Promise<string | null> {
    for (const mail of this.fakes.mailer.sent.toReversed()) {
      const id = mail.text.split('/t/')[1];
      if (id === undefined) continue;
      const link = await this.fakes.links.find(createHash('sha256').update(id).digest('hex'));
      if (link !== null && isIt(link)) return id;
    }
    return null;
  }

  /** A supporting agency decides through the link in its mail; null while it has none for its open task. */
  async decideSupport(
    petitionId: string,
    thread: string,
    form: Partial<DecisionForm> & Pick<DecisionForm, 'decision'>,
  ): Promise<FormOutcome | null> {
    const link = await this.supportLinkOf(petitionId, thread);
    return link === null ? null : this.decideBy(link, form);
  }

  async petition(petitionId: string): Promise<Petition> {
    const petition = await this.fakes.store.load(petitionId);
    if (petition === null) throw new TypeError('no such petition');
    return petition;
  }

  async thread(petitionId: string, name = 'lead'): Promise<Thread> {
    const thread = await this.fakes.threads.load(petitionId, name);
    if (thread === null) throw new TypeError('no such thread');
    return thread;
  }

  history(petitionId: string): Promise<PetitionEvent[]> {
    return this.fakes.store.history(petitionId);
  }

  /** Types of the events so far. */
  async told(petitionId: string): Promise<string[]> {
    return (await this.history(petitionId)).map((event) => event.type);
  }

  execution(petitionId: string, run = 1, thread = 'lead'): Execution {
    const execution = this.machine.executions.get(nameOf({ petitionId, thread, run }));
    if (execution === undefined) throw new TypeError(`no execution of run ${run}`);
    return execution;
  }
}
