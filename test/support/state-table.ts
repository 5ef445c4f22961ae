import {
  STATUSES,
  TRANSITIONS,
  isAllowed,
  type ActorKind,
  type Command,
} from '../../core/petition/transitions.js';
import {
  isSupportAllowed,
  SUPPORT_STATES,
  SUPPORT_TRANSITIONS,
  type SupportActor,
  type SupportCommand,
} from '../../core/petition/support-transitions.js';
import { STATUS_WORDS } from '../../web/words/labels.js';
import { SUPPORT_STATE_WORDS } from '../../web/words/support-words.js';

const ACTORS: Record<ActorKind, string> = {
  holder: 'Holding agency, by its link',
  proposer: 'Holding agency, where its head must approve',
  head: 'Head of the holding agency, by the link of a draft',
  superior: 'Superior, by the link of a request',
  resident: 'Resident, with code and secret',
  operator: 'Reception desk, logged in',
  workflow: 'Workflow, by itself',
};

const commands = Object.keys(TRANSITIONS) as Command[];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cell = (command: Command): string => {
  const { to } = TRANSITIONS[command];
  return to === null ? `\`${command}\`` : `\`${command}\` → ${to}`;
};

const table = (): string[] => {
  const actors = Object.keys(ACTORS) as ActorKind[];
  return [
    row(['State', ...actors.map((actor) => ACTORS[actor])]),
    row(['---', ...actors.map(() => '---')]),
    ...STATUSES.map((status) =>
      row([
        `**${status}** ${STATUS_WORDS[status]}`,
        ...actors.map((actor) =>
          commands
            .filter((command) => isAllowed(command, status, actor))
            .map(cell)
            .join('<br>'),
        ),
      ]),
    ),
  ];
};

const chart = (): string[] => [
  'stateDiagram-v2',
  '  [*] --> SUBMITTED',
  ...commands.flatMap((command) => {
    const { from, to } = TRANSITIONS[command];
    return to === null ? [] : from.map((status) => `  ${status} --> ${to}: ${command}`);
  }),
];

const events = (): string[] => [
  row(['Command', 'Event in the history', 'Ends the matter']),
  row(['---', '---', '---']),
  ...commands.map((command) =>
    row([
      `\`${command}\``,
      `\`${TRANSITIONS[command].event}\``,
      'final' in TRANSITIONS[command] ? 'yes: name and position are declared' : '',
    ]),
  ),
];

const SUPPORT_ACTORS: Record<SupportActor, string> = {
  lead: 'Agency that leads the petition',
  supporter: 'Supporting agency, by its link',
  resident: 'Resident',
  workflow: 'Workflow of the support thread, by itself',
};

const supportCommands = Object.keys(SUPPORT_TRANSITIONS) as SupportCommand[];

const supportCell = (command: SupportCommand): string => {
  const { to, events: made } = SUPPORT_TRANSITIONS[command];
  return `\`${command}\`${to === null ? '' : ` → ${to}`} (${made.map((event) => `\`${event}\``).join(', ')})`;
};

const supportTable = (): string[] => {
  const actors = Object.keys(SUPPORT_ACTORS) as SupportActor[];
  return [
    row(['State', ...actors.map((actor) => SUPPORT_ACTORS[actor])]),
    row(['---', ...actors.map(() => '---')]),
    ...SUPPORT_STATES.map((state) =>
      row([
        `**${state}** ${SUPPORT_STATE_WORDS[state]}`,
        ...actors.map((actor) =>
          supportCommands
            .filter((command) => isSupportAllowed(command, state, actor))
            .map(supportCell)
            .join('<br>'),
        ),
      ]),
    ),
  ];
};

/** docs/states.md, made from the table of transitions: for each state and actor, what can be done. */
export const renderStateTable = (): string =>
  [
    '# States of a petition, and who may do what',
    '',
    'Made from `core/petition/transitions.ts`, the one table from which commands, guards and the buttons of the official’s',
    'page come too. A test keeps this page equal to it; `npx vitest run test/unit/state-table.test.ts -u` writes it anew.',
    '',
    ...table(),
    '',
    'A command without an arrow leaves the state as it is.',
    '',
    '```mermaid',
    ...chart(),
    '```',
    '',
    '## Commands and their events',
    '',
    ...events(),
    '',
    '## Support tasks',
    '',
    'What one agency was asked to contribute to a petition that another one leads (`request-support`): a task with states of',
    'its own, on a thread of its own. From `core/petition/support-transitions.ts`. Whoever answers the petition while one is',
    'open says why; it ends with the answer.',
    '',
    ...supportTable(),
    '',
  ].join('\n');
