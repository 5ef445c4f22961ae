/** States of a petition (design: petition, thread, task). */
export const STATUSES = [
  'SUBMITTED',
  'ASSIGNED',
  'ACCEPTED',
  'WAITING_RESIDENT',
  'LINKED',
  'RESOLVED',
  'REJECTED',
  'GUIDED',
  'FORWARDED',
  'WITHDRAWN',
  'SPLIT',
  'CLOSED',
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * Who may issue a command: the agency that holds the open task, the superior whom it has asked, the workflow, a clerk of
 * the reception desk, the resident; `proposer`: an official of the holder whose final answer its `head` has to approve.
 */
export type ActorKind = 'holder' | 'proposer' | 'head' | 'superior' | 'workflow' | 'operator' | 'resident';

interface Transition {
  from: readonly Status[];
  /** `null`: the state stays. */
  to: Status | null;
  by: readonly ActorKind[];
  event: string;
  /** Ends the work on the matter: asks for the acting person's name and position. */
  final?: true;
}

/** The holder's clock runs. */
const OPEN = ['ASSIGNED', 'ACCEPTED'] as const;
/** Somebody holds an open task, also while the clock stands still. */
const HELD = [...OPEN, 'WAITING_RESIDENT'] as const;
const DECIDED = ['RESOLVED', 'REJECTED', 'GUIDED', 'FORWARDED'] as const;

/** Somebody holds a task, also one that only waits for another petition's answer. */
const WITH_TASK = [...HELD, 'LINKED'] as const;

/** Does an agency hold an open task in this state? */
export const isHeld = (status: Status): boolean => (WITH_TASK as readonly Status[]).includes(status);

/** Has the holder answered, so that the resident's word is awaited? */
export const isDecided = (status: Status): boolean => (DECIDED as readonly Status[]).includes(status);

/** Is nothing owed any more? */
export const isEnded = (status: Status): boolean => status === 'CLOSED' || status === 'WITHDRAWN';

/**
 * The one table of what can happen to a petition. Commands, guards, the buttons of the official's page and the fold of
 * the history all read it; docs are checked against it.
 */
export const TRANSITIONS = {
  route: { from: ['SUBMITTED'], to: 'ASSIGNED', by: ['workflow'], event: 'PetitionRouted' },
  accept: { from: ['ASSIGNED'], to: 'ACCEPTED', by: ['holder'], event: 'TaskAccepted' },
  resolve: { from: HELD, to: 'RESOLVED', by: ['holder', 'head'], event: 'PetitionResolved', final: true },
  reject: { from: HELD, to: 'REJECTED', by: ['holder', 'head'], event: 'PetitionRejected', final: true },
  guide: { from: HELD, to: 'GUIDED', by: ['holder', 'head'], event: 'PetitionGuided', final: true },
  forward: { from: HELD, to: 'FORWARDED', by: ['holder', 'head'], event: 'PetitionForwarded', final: true },
  /** Hands the task to a colleague or an office of the same agency. */
  assign: { from: HELD, to: null, by: ['holder'], event: 'TaskAssigned' },
  /** The other end of a final decision where the head must approve it first. */
  'propose-answer': { from: HELD, to: null, by: ['proposer'], event: 'AnswerProposed' },
  /** A wrong code was typed for a draft that the head approves by a code. */
  'miss-code': { from: HELD, to: null, by: ['proposer'], event: 'AnswerCodeFailed' },
  'request-code': { from: HELD, to: null, by: ['proposer'], event: 'AnswerCodeRequested' },
  'return-answer': { from: HELD, to: null, by: ['head'], event: 'AnswerReturned' },
  transfer: { from: OPEN, to: 'ASSIGNED', by: ['holder'], event: 'PetitionTransferred' },
  'beyond-competence': { from: OPEN, to: 'ASSIGNED', by: ['holder'], event: 'BeyondCompetenceDeclared' },
  'refer-up': { from: OPEN, to: 'ASSIGNED', by: ['holder'], event: 'ArbitrationRequested' },
  direct: { from: OPEN, to: 'ASSIGNED', by: ['holder'], event: 'PetitionDirected' },
  reclassify: { from: OPEN, to: null, by: ['holder'], event: 'PetitionReclassified' },
  /** The other end of `reclassify`: the rules of competence name another agency. */
  'reclassify-elsewhere': {
    from: OPEN,
    to: 'ASSIGNED',
    by: ['workflow'],
    event: 'PetitionReclassified',
  },
  split: { from: OPEN, to: 'SPLIT', by: ['holder'], event: 'PetitionSplit' },
  /** It came as several matters. */
  'split-at-intake': {
    from: ['SUBMITTED'],
    to: 'SPLIT',
    by: ['resident', 'operator'],
    event: 'PetitionSplit',
  },
  'end-matter': { from: ['SPLIT'], to: null, by: ['workflow'], event: 'MatterEnded' },
  extend: { from: OPEN, to: null, by: ['holder'], event: 'DeadlineExtended' },
  'request-extension': { from: OPEN, to: null, by: ['holder'], event: 'ExtensionRequested' },
  'approve-extension': { from: HELD, to: null, by: ['superior'], event: 'ExtensionApproved' },
  'refuse-extension': { from: HELD, to: null, by: ['superior'], event: 'ExtensionRefused' },
  commit: { from: OPEN, to: null, by: ['holder'], event: 'CommitmentMade' },
  note: { from: HELD, to: null, by: ['holder'], event: 'ProgressNoted' },
  ask: { from: OPEN, to: 'WAITING_RESIDENT', by: ['holder'], event: 'ResidentAsked' },
  'request-support': { from: HELD, to: null, by: ['holder'], event: 'SupportRequested' },
  'end-support': { from: HELD, to: null, by: ['holder'], event: 'SupportEnded' },
  'allow-support-extension': { from: HELD, to: null, by: ['holder'], event: 'SupportExtensionAllowed' },
  'refuse-support-extension': { from: HELD, to: null, by: ['holder'], event: 'SupportExtensionRefused' },
  'propose-visit': { from: HELD, to: null, by: ['holder'], event: 'SiteVisitProposed' },
  answer: { from: ['WAITING_RESIDENT'], to: 'ACCEPTED', by: ['resident'], event: 'ResidentAnswered' },
  supplement: { from: OPEN, to: null, by: ['resident'], event: 'ResidentSupplemented' },
  resume: { from: ['WAITING_RESIDENT'], to: 'ACCEPTED', by: ['workflow'], event: 'PauseEnded' },
  withdraw: {
    from: ['SUBMITTED', ...WITH_TASK],
    to: 'WITHDRAWN',
    by: ['resident'],
    event: 'PetitionWithdrawn',
  },
  recount: { from: [...WITH_TASK, ...DECIDED], to: null, by: ['workflow'], event: 'DeadlinesRecounted' },
  remind: { from: OPEN, to: null, by: ['workflow'], event: 'HolderReminded' },
  escalate: { from: OPEN, to: 'ASSIGNED', by: ['workflow'], event: 'PetitionEscalated' },
  reassign: { from: OPEN, to: 'ASSIGNED', by: ['workflow'], event: 'PetitionReassigned' },
  'confirm-delivery': { from: DECIDED, to: null, by: ['workflow', 'operator'], event: 'AnswerDelivered' },
  'give-feedback': { from: DECIDED, to: null, by: ['resident'], event: 'FeedbackGiven' },
  reopen: { from: DECIDED, to: 'ASSIGNED', by: ['resident'], event: 'PetitionReopened' },
  appeal: { from: DECIDED, to: 'ASSIGNED', by: ['resident'], event: 'PetitionAppealed' },
  'recover-code': {
    from: ['SUBMITTED', ...WITH_TASK, ...DECIDED, 'SPLIT'],
    to: null,
    by: ['operator'],
    event: 'CodeRecovered',
  },
  'link-duplicate': { from: OPEN, to: 'LINKED', by: ['holder'], event: 'DuplicateLinked' },
  'unlink-duplicate': { from: ['LINKED'], to: 'ACCEPTED', by: ['holder'], event: 'DuplicateUnlinked' },
  /** The main petition was withdrawn or is another matter now. */
  'return-duplicate': { from: ['LINKED'], to: 'ASSIGNED', by: ['workflow'], event: 'DuplicateUnlinked' },
  /** The other end of `reassign`: a duplicate stays one under its next holder. */
  'reassign-duplicate': { from: ['LINKED'], to: null, by: ['workflow'], event: 'PetitionReassigned' },
  /** The main petition's answer is that of its duplicates. */
  'follow-resolved': { from: ['LINKED'], to: 'RESOLVED', by: ['workflow'], event: 'PetitionResolved' },
  'follow-rejected': { from: ['LINKED'], to: 'REJECTED', by: ['workflow'], event: 'PetitionRejected' },
  'follow-guided': { from: ['LINKED'], to: 'GUIDED', by: ['workflow'], event: 'PetitionGuided' },
  'follow-forwarded': { from: ['LINKED'], to: 'FORWARDED', by: ['workflow'], event: 'PetitionForwarded' },
  close: { from: [...DECIDED, 'SPLIT'], to: 'CLOSED', by: ['workflow'], event: 'PetitionClosed' },
} as const satisfies Record<string, Transition>;

export type Command = keyof typeof TRANSITIONS;

/** Commands that an official can give on the page of a link. */
export type Decision = {
  [K in Command]: 'holder' extends (typeof TRANSITIONS)[K]['by'][number] ? K : never;
}[Command];

/** What a superior answers through the link of a request for an extension. */
export type SuperiorAnswer = {
  [K in Command]: (typeof TRANSITIONS)[K]['by'][number] extends 'superior' ? K : never;
}[Command];

/** Is `command` allowed in `status` for this kind of actor? */
export const isAllowed = (command: Command, status: Status, actor: ActorKind): boolean => {
  const transition: Transition = TRANSITIONS[command];
  return transition.from.includes(status) && transition.by.includes(actor);
};

/** The decisions open to the holder in a state: the buttons of the official's page. */
export const decisionsIn = (status: Status): Decision[] =>
  (Object.keys(TRANSITIONS) as Command[]).filter((c): c is Decision => isAllowed(c, status, 'holder'));

/** Does a decision end the matter, so that a name and position must be declared? */
export const isFinal = (command: Command): boolean => 'final' in TRANSITIONS[command];
