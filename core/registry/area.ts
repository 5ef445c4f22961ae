import type { Unit } from './unit.js';

/** The territory of an agency, read from its pattern. */
export type Area =
  | { kind: 'unit'; unitId: string }
  | { kind: 'each'; level: Unit['level']; unitKinds: readonly string[] | null; within: string | null }
  | { kind: 'zones'; within: string | null }
  | { kind: 'hosts'; within: string | null }
  | { kind: 'khu-pho' }
  | { kind: 'prose' };

const EACH = /^each:(province|district|ward)(?:\[([^\]]+)\])?(?: in (p:\S+))?$/;
const SHARED = /^(zones|hosts) in (p:\S+|\{province\})$/;

const parseShared = (pattern: string): Area | null => {
  const match = SHARED.exec(pattern);
  if (match === null) return null;
  const kind = match[1] === 'zones' ? ('zones' as const) : ('hosts' as const);
  return { kind, within: match[2] === '{province}' ? null : (match[2] ?? null) };
};

/** @returns null when the pattern is none of those that columnsHelp lists. */
export const parseArea = (pattern: string): Area | null => {
  if (pattern.startsWith('unit:')) return { kind: 'unit', unitId: pattern.slice('unit:'.length) };
  if (pattern === 'khu-pho') return { kind: 'khu-pho' };
  if (pattern.startsWith('part of ')) return { kind: 'prose' };
  const each = EACH.exec(pattern);
  if (each === null) return parseShared(pattern);
  return {
    kind: 'each',
    level: each[1] as Unit['level'],
    unitKinds: each[2]?.split('|') ?? null,
    within: each[3] ?? null,
  };
};
