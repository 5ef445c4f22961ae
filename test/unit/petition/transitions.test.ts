import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../core/events.js';
import {
  decisionsIn,
  isAllowed,
  isFinal,
  STATUSES,
  TRANSITIONS,
  type ActorKind,
  type Command,
  type Status,
} from '../../../core/petition/transitions.js';

const ACTORS: ActorKind[] = ['holder', 'workflow', 'operator'];
const COMMANDS = Object.keys(TRANSITIONS) as Command[];

/** All that is allowed, written out: command, state -> state, by whom. Everything else is refused. */
const ALLOWED = `
route             SUBMITTED -> ASSIGNED workflow
accept            ASSIGNED  -> ACCEPTED holder
resolve           ASSIGNED  -> RESOLVED holder
resolve           ACCEPTED  -> RESOLVED holder
reject            ASSIGNED  -> REJECTED holder
reject            ACCEPTED  -> REJECTED holder
transfer          ASSIGNED  -> ASSIGNED holder
transfer          ACCEPTED  -> ASSIGNED holder
beyond-competence ASSIGNED  -> ASSIGNED holder
beyond-competence ACCEPTED  -> ASSIGNED holder
extend            ASSIGNED  -> ASSIGNED holder
extend            ACCEPTED  -> ACCEPTED holder
note              ASSIGNED  -> ASSIGNED holder
note              ACCEPTED  -> ACCEPTED holder
remind            ASSIGNED  -> ASSIGNED workflow
remind            ACCEPTED  -> ACCEPTED workflow
escalate          ASSIGNED  -> ASSIGNED workflow
escalate          ACCEPTED  -> ASSIGNED workflow
reassign          ASSIGNED  -> ASSIGNED workflow
reassign          ACCEPTED  -> ASSIGNED workflow
confirm-delivery  RESOLVED  -> RESOLVED workflow
confirm-delivery  RESOLVED  -> RESOLVED operator
confirm-delivery  REJECTED  -> REJECTED workflow
confirm-delivery  REJECTED  -> REJECTED operator
close             RESOLVED  -> CLOSED   workflow
close             REJECTED  -> CLOSED   workflow
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

  test('is nothing at all once it is closed', () => {
    for (const command of COMMANDS)
      for (const actor of ACTORS) expect(isAllowed(command, 'CLOSED', actor)).toBe(false);
  });

  test('makes an event of a known type each', () => {
    for (const { event } of Object.values(TRANSITIONS)) expect(EVENT_TYPES).toContain(event);
  });
});

describe("the buttons of the official's page", () => {
  test('are the decisions of the holder in the state', () => {
    const working = ['resolve', 'reject', 'transfer', 'beyond-competence', 'extend', 'note'];
    expect(decisionsIn('ASSIGNED').toSorted()).toEqual(['accept', ...working].toSorted());
    expect(decisionsIn('ACCEPTED').toSorted()).toEqual(working.toSorted());
    for (const status of ['SUBMITTED', 'RESOLVED', 'REJECTED', 'CLOSED'] as const)
      expect(decisionsIn(status)).toEqual([]);
  });

  test('ask for a name and position where the matter ends', () => {
    expect(COMMANDS.filter(isFinal)).toEqual(['resolve', 'reject']);
  });
});
