import {
  STATUSES,
  TRANSITIONS,
  isAllowed,
  type ActorKind,
  type Command,
} from '../../core/petition/transitions.js';
import { STATUS_WORDS } from '../../web/words/labels.js';

const ACTORS: Record<ActorKind, string> = {
  holder: 'Holding agency, by its link',
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
  ].join('\n');
