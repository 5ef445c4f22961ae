import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../core/events.js';
import {
  decisionsIn,
  isAllowed,
  isDecided,
  isEnded,
  isFinal,
  isHeld,
  STATUSES,
  TRANSITIONS,
  type ActorKind,
  type Command,
  type Status,
} from '../../../core/petition/transitions.js';

const ACTORS: ActorKind[] = ['holder', 'proposer', 'head', 'superior', 'workflow', 'operator', 'resident'];
const COMMANDS = Object.keys(TRANSITIONS) as Command[];

/** All that is allowed, written out: command, state -> state, by whom. Everything else is refused. */
const ALLOWED = `
route             SUBMITTED        -> ASSIGNED         workflow
accept            ASSIGNED         -> ACCEPTED         holder
resolve           ASSIGNED         -> RESOLVED         holder
resolve           ACCEPTED         -> RESOLVED         holder
resolve           WAITING_RESIDENT -> RESOLVED         holder
reject            ASSIGNED         -> REJECTED         holder
reject            ACCEPTED         -> REJECTED         holder
reject            WAITING_RESIDENT -> REJECTED         holder
guide             ASSIGNED         -> GUIDED           holder
guide             ACCEPTED         -> GUIDED           holder
guide             WAITING_RESIDENT -> GUIDED           holder
forward           ASSIGNED         -> FORWARDED        holder
forward           ACCEPTED         -> FORWARDED        holder
forward           WAITING_RESIDENT -> FORWARDED        holder
resolve           ASSIGNED         -> RESOLVED         head
resolve           ACCEPTED         -> RESOLVED         head
resolve           WAITING_RESIDENT -> RESOLVED         head
reject            ASSIGNED         -> REJECTED         head
reject            ACCEPTED         -> REJECTED         head
reject            WAITING_RESIDENT -> REJECTED         head
guide             ASSIGNED         -> GUIDED           head
guide             ACCEPTED         -> GUIDED           head
guide             WAITING_RESIDENT -> GUIDED           head
forward           ASSIGNED         -> FORWARDED        head
forward           ACCEPTED         -> FORWARDED        head
forward           WAITING_RESIDENT -> FORWARDED        head
assign            ASSIGNED         -> ASSIGNED         holder
assign            ACCEPTED         -> ACCEPTED         holder
assign            WAITING_RESIDENT -> WAITING_RESIDENT holder
propose-answer    ASSIGNED         -> ASSIGNED         proposer
propose-answer    ACCEPTED         -> ACCEPTED         proposer
propose-answer    WAITING_RESIDENT -> WAITING_RESIDENT proposer
miss-code         ASSIGNED         -> ASSIGNED         proposer
miss-code         ACCEPTED         -> ACCEPTED         proposer
miss-code         WAITING_RESIDENT -> WAITING_RESIDENT proposer
request-code      ASSIGNED         -> ASSIGNED         proposer
request-code      ACCEPTED         -> ACCEPTED         proposer
request-code      WAITING_RESIDENT -> WAITING_RESIDENT proposer
return-answer     ASSIGNED         -> ASSIGNED         head
return-answer     ACCEPTED         -> ACCEPTED         head
return-answer     WAITING_RESIDENT -> WAITING_RESIDENT head
transfer          ASSIGNED         -> ASSIGNED         holder
transfer          ACCEPTED         -> ASSIGNED         holder
beyond-competence ASSIGNED         -> ASSIGNED         holder
beyond-competence ACCEPTED         -> ASSIGNED         holder
reclassify        ASSIGNED         -> ASSIGNED         holder
reclassify        ACCEPTED         -> ACCEPTED         holder
reclassify-elsewhere ASSIGNED      -> ASSIGNED         workflow
reclassify-elsewhere ACCEPTED      -> ASSIGNED         workflow
split-at-intake   SUBMITTED        -> SPLIT            resident
split-at-intake   SUBMITTED        -> SPLIT            operator
split             ASSIGNED         -> SPLIT            holder
split             ACCEPTED         -> SPLIT            holder
end-matter        SPLIT            -> SPLIT            workflow
close             SPLIT            -> CLOSED           workflow
recover-code      SPLIT            -> SPLIT            operator
extend            ASSIGNED         -> ASSIGNED         holder
extend            ACCEPTED         -> ACCEPTED         holder
refer-up          ASSIGNED         -> ASSIGNED         holder
refer-up          ACCEPTED         -> ASSIGNED         holder
direct            ASSIGNED         -> ASSIGNED         holder
direct            ACCEPTED         -> ASSIGNED         holder
request-extension ASSIGNED         -> ASSIGNED         holder
request-extension ACCEPTED         -> ACCEPTED         holder
approve-extension ASSIGNED         -> ASSIGNED         superior
approve-extension ACCEPTED         -> ACCEPTED         superior
approve-extension WAITING_RESIDENT -> WAITING_RESIDENT superior
refuse-extension  ASSIGNED         -> ASSIGNED         superior
refuse-extension  ACCEPTED         -> ACCEPTED         superior
refuse-extension  WAITING_RESIDENT -> WAITING_RESIDENT superior
commit            ASSIGNED         -> ASSIGNED         holder
commit            ACCEPTED         -> ACCEPTED         holder
note              ASSIGNED         -> ASSIGNED         holder
note              ACCEPTED         -> ACCEPTED         holder
note              WAITING_RESIDENT -> WAITING_RESIDENT holder
ask               ASSIGNED         -> WAITING_RESIDENT holder
ask               ACCEPTED         -> WAITING_RESIDENT holder
request-support   ASSIGNED         -> ASSIGNED         holder
request-support   ACCEPTED         -> ACCEPTED         holder
request-support   WAITING_RESIDENT -> WAITING_RESIDENT holder
end-support       ASSIGNED         -> ASSIGNED         holder
end-support       ACCEPTED         -> ACCEPTED         holder
end-support       WAITING_RESIDENT -> WAITING_RESIDENT holder
allow-support-extension  ASSIGNED         -> ASSIGNED         holder
allow-support-extension  ACCEPTED         -> ACCEPTED         holder
allow-support-extension  WAITING_RESIDENT -> WAITING_RESIDENT holder
refuse-support-extension ASSIGNED         -> ASSIGNED         holder
refuse-support-extension ACCEPTED         -> ACCEPTED         holder
refuse-support-extension WAITING_RESIDENT -> WAITING_RESIDENT holder
propose-visit     ASSIGNED         -> ASSIGNED         holder
propose-visit     ACCEPTED         -> ACCEPTED         holder
propose-visit     WAITING_RESIDENT -> WAITING_RESIDENT holder
answer            WAITING_RESIDENT -> ACCEPTED         resident
supplement        ASSIGNED         -> ASSIGNED         resident
supplement        ACCEPTED         -> ACCEPTED         resident
resume            WAITING_RESIDENT -> ACCEPTED         workflow
withdraw          SUBMITTED        -> WITHDRAWN        resident
withdraw          ASSIGNED         -> WITHDRAWN        resident
withdraw          ACCEPTED         -> WITHDRAWN        resident
withdraw          WAITING_RESIDENT -> WITHDRAWN        resident
withdraw          LINKED           -> WITHDRAWN        resident
recount           ASSIGNED         -> ASSIGNED         workflow
recount           ACCEPTED         -> ACCEPTED         workflow
recount           WAITING_RESIDENT -> WAITING_RESIDENT workflow
recount           LINKED           -> LINKED           workflow
recount           RESOLVED         -> RESOLVED         workflow
recount           REJECTED         -> REJECTED         workflow
recount           GUIDED           -> GUIDED           workflow
recount           FORWARDED        -> FORWARDED        workflow
remind            ASSIGNED         -> ASSIGNED         workflow
remind            ACCEPTED         -> ACCEPTED         workflow
escalate          ASSIGNED         -> ASSIGNED         workflow
escalate          ACCEPTED         -> ASSIGNED         workflow
reassign          ASSIGNED         -> ASSIGNED         workflow
reassign          ACCEPTED         -> ASSIGNED         workflow
confirm-delivery  RESOLVED         -> RESOLVED         workflow
confirm-delivery  RESOLVED         -> RESOLVED         operator
confirm-delivery  REJECTED         -> REJECTED         workflow
confirm-delivery  REJECTED         -> REJECTED         operator
confirm-delivery  GUIDED           -> GUIDED           workflow
confirm-delivery  GUIDED           -> GUIDED           operator
confirm-delivery  FORWARDED        -> FORWARDED        workflow
confirm-delivery  FORWARDED        -> FORWARDED        operator
give-feedback     RESOLVED         -> RESOLVED         resident
give-feedback     REJECTED         -> REJECTED         resident
give-feedback     GUIDED           -> GUIDED           resident
give-feedback     FORWARDED        -> FORWARDED        resident
reopen            RESOLVED         -> ASSIGNED         resident
reopen            REJECTED         -> ASSIGNED         resident
reopen            GUIDED           -> ASSIGNED         resident
reopen            FORWARDED        -> ASSIGNED         resident
appeal            RESOLVED         -> ASSIGNED         resident
appeal            REJECTED         -> ASSIGNED         resident
appeal            GUIDED           -> ASSIGNED         resident
appeal            FORWARDED        -> ASSIGNED         resident
recover-code      SUBMITTED        -> SUBMITTED        operator
recover-code      ASSIGNED         -> ASSIGNED         operator
recover-code      ACCEPTED         -> ACCEPTED         operator
recover-code      WAITING_RESIDENT -> WAITING_RESIDENT operator
recover-code      LINKED           -> LINKED           operator
recover-code      RESOLVED         -> RESOLVED         operator
recover-code      REJECTED         -> REJECTED         operator
recover-code      GUIDED           -> GUIDED           operator
recover-code      FORWARDED        -> FORWARDED        operator
link-duplicate    ASSIGNED         -> LINKED           holder
link-duplicate    ACCEPTED         -> LINKED           holder
unlink-duplicate  LINKED           -> ACCEPTED         holder
return-duplicate  LINKED           -> ASSIGNED         workflow
reassign-duplicate LINKED          -> LINKED           workflow
follow-resolved   LINKED           -> RESOLVED         workflow
follow-rejected   LINKED           -> REJECTED         workflow
follow-guided     LINKED           -> GUIDED           workflow
follow-forwarded  LINKED           -> FORWARDED        workflow
close             RESOLVED         -> CLOSED           workflow
close             REJECTED         -> CLOSED           workflow
close             GUIDED           -> CLOSED           workflow
close             FORWARDED        -> CLOSED           workflow
`;

const allowed = new Map(
  ALLOWED.trim()
    .split('\n')
    .map((line) => {
      const [command, from, , to, actor] = line.split(/\s+/);
      return [`${command ?? ''} ${from ?? ''} ${actor ?? ''}`, to];
    }),
);

const every = COMMANDS.flatMap((command) =>
  STATUSES.flatMap((status) => ACTORS.map((actor): [Command, Status, ActorKind] => [command, status, actor])),
);

describe('what can happen to a petition', () => {
  test.each(every)('%s in %s by the %s', (command, status, actor) => {
    const after = allowed.get(`${command} ${status} ${actor}`);
    expect(isAllowed(command, status, actor)).toBe(after !== undefined);
    if (after !== undefined) expect(TRANSITIONS[command].to ?? status).toBe(after);
  });

  test.each(STATUSES.filter(isEnded))('is nothing at all once it is %s', (status) => {
    for (const command of COMMANDS)
      for (const actor of ACTORS) expect(isAllowed(command, status, actor)).toBe(false);
  });

  test('makes an event of a known type each', () => {
    for (const { event } of Object.values(TRANSITIONS)) expect(EVENT_TYPES).toContain(event);
  });
});

test('every state is before, in or after the work on it', () => {
  expect(STATUSES.filter(isHeld)).toEqual(['ASSIGNED', 'ACCEPTED', 'WAITING_RESIDENT', 'LINKED']);
  expect(STATUSES.filter(isDecided)).toEqual(['RESOLVED', 'REJECTED', 'GUIDED', 'FORWARDED']);
  expect(STATUSES.filter(isEnded)).toEqual(['WITHDRAWN', 'CLOSED']);
});

describe("the buttons of the official's page", () => {
  test('are the decisions of the holder in the state', () => {
    const ending = ['resolve', 'reject', 'guide', 'forward'];
    const upwards = ['refer-up', 'direct', 'request-extension', 'commit'];
    const any = [...ending, 'note', 'request-support', 'end-support', 'propose-visit', 'assign'];
    any.push('allow-support-extension', 'refuse-support-extension');
    const working = [
      ...any,
      ...upwards,
      'transfer',
      'beyond-competence',
      'reclassify',
      'split',
      'extend',
      'ask',
      'link-duplicate',
    ];
    expect(decisionsIn('ASSIGNED').toSorted()).toEqual(['accept', ...working].toSorted());
    expect(decisionsIn('ACCEPTED').toSorted()).toEqual(working.toSorted());
    expect(decisionsIn('WAITING_RESIDENT').toSorted()).toEqual(any.toSorted());
    expect(decisionsIn('LINKED')).toEqual(['unlink-duplicate']);
    for (const status of STATUSES.filter((one) => !isHeld(one))) expect(decisionsIn(status)).toEqual([]);
  });

  test('ask for a name and position where the matter ends', () => {
    expect(COMMANDS.filter(isFinal)).toEqual(['resolve', 'reject', 'guide', 'forward']);
  });
});
