/** States of a support task: what one agency was asked to contribute to a petition that another one leads. */
export const SUPPORT_STATES = ['REQUESTED', 'ACCEPTED', 'ANSWERED', 'DECLINED', 'ENDED'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

/** The holder of the petition, the agency that was asked, the workflow of the support thread, the resident. */
export type SupportActor = 'lead' | 'supporter' | 'workflow' | 'resident';

interface SupportTransition {
  from: readonly SupportState[];
  /** `null`: the state stays. */
  to: SupportState | null;
  by: readonly SupportActor[];
  /** Every event that can make it. */
  events: readonly string[];
}

const OPEN = ['REQUESTED', 'ACCEPTED'] as const;

/** The one table of what can happen to a support task; the page of the agency asked, the guards and docs are read from it. */
export const SUPPORT_TRANSITIONS = {
  'support-accept': { from: ['REQUESTED'], to: 'ACCEPTED', by: ['supporter'], events: ['SupportAccepted'] },
  'support-note': { from: OPEN, to: null, by: ['supporter'], events: ['SupportNoted'] },
  'support-answer': { from: OPEN, to: 'ANSWERED', by: ['supporter'], events: ['SupportAnswered'] },
  'support-decline': { from: OPEN, to: 'DECLINED', by: ['supporter'], events: ['SupportAnswered'] },
  'support-transfer': {
    from: OPEN,
    to: 'REQUESTED',
    by: ['supporter'],
    events: ['SupportTransferred'],
  },
  'support-extend': { from: OPEN, to: null, by: ['supporter'], events: ['SupportExtensionRequested'] },
  'allow-support-extension': { from: OPEN, to: null, by: ['lead'], events: ['SupportExtensionAllowed'] },
  'refuse-support-extension': { from: OPEN, to: null, by: ['lead'], events: ['SupportExtensionRefused'] },
  remind: { from: OPEN, to: null, by: ['workflow'], events: ['SupportReminded'] },
  escalate: { from: OPEN, to: 'REQUESTED', by: ['workflow'], events: ['SupportEscalated'] },
  reassign: { from: OPEN, to: 'REQUESTED', by: ['workflow'], events: ['SupportReassigned'] },
  end: { from: OPEN, to: 'ENDED', by: ['lead', 'workflow'], events: ['SupportEnded'] },
  'end-with-decision': {
    from: OPEN,
    to: 'ENDED',
    by: ['lead'],
    events: ['PetitionResolved', 'PetitionRejected', 'PetitionGuided', 'PetitionForwarded'],
  },
  'end-with-petition': { from: OPEN, to: 'ENDED', by: ['resident'], events: ['PetitionWithdrawn'] },
} as const satisfies Record<string, SupportTransition>;

export type SupportCommand = keyof typeof SUPPORT_TRANSITIONS;

/** What the agency asked can decide on the page of its link. */
export type SupportDecision = {
  [K in SupportCommand]: (typeof SUPPORT_TRANSITIONS)[K]['by'][number] extends 'supporter' ? K : never;
}[SupportCommand];

export const isSupportAllowed = (
  command: SupportCommand,
  state: SupportState,
  actor: SupportActor,
): boolean => {
  const transition: SupportTransition = SUPPORT_TRANSITIONS[command];
  return transition.from.includes(state) && transition.by.includes(actor);
};

export const SUPPORT_DECISIONS = (Object.keys(SUPPORT_TRANSITIONS) as SupportCommand[]).filter(
  (command): command is SupportDecision =>
    (SUPPORT_TRANSITIONS[command].by as readonly SupportActor[]).includes('supporter'),
);

/** The decisions open to the agency asked: the buttons of its page. */
export const supportDecisionsIn = (state: SupportState): SupportDecision[] =>
  SUPPORT_DECISIONS.filter((command) => isSupportAllowed(command, state, 'supporter'));

export const isSupportDecision = (decision: string): decision is SupportDecision =>
  (SUPPORT_DECISIONS as readonly string[]).includes(decision);

/** Does the agency asked hold the task after its decision, so that its link still acts? */
export const keepsSupportLink = (decision: SupportDecision): boolean => {
  const { to }: SupportTransition = SUPPORT_TRANSITIONS[decision];
  return to === null || decision === 'support-accept';
};

/** Ends the support task: asks for the acting person's name and position, as every final answer does. */
export const isFinalSupport = (decision: SupportDecision): boolean =>
  decision === 'support-answer' || decision === 'support-decline';
