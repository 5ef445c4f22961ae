import { formatCode } from '../../core/codes/petition-code.js';
import type { HopKind } from '../../core/petition/petition.js';
import type { Registers } from '../../core/ports/registers.js';
import { trackPetition, type TrackedPetition } from '../../core/use-cases/track-petition.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import type { TrackAnswer } from './schema.js';

export type TrackPetitionDeps = Parameters<typeof trackPetition>[0] & {
  registers: Pick<Registers, 'category' | 'timetable'>;
  observability: Observability;
};

/** Why the holder changed, in codes: what officials wrote about it is not for everybody with the code. */
const REASONS: Record<HopKind, string> = {
  routed: 'competent-by-rule',
  triage: 'place-or-rule-undecided',
  transferred: 'other-agency-of-same-tier',
  'beyond-competence': 'beyond-competence-of-holder',
  escalated: 'deadline-passed',
  reassigned: 'holder-abolished',
  'function-moved': 'function-moved-to-other-agency',
  reclassified: 'classified-anew-by-content',
  reopened: 'resident-not-satisfied',
  appealed: 'resident-not-satisfied-again',
  arbitration: 'transfers-used-up',
  directed: 'named-by-superior',
  'commitment-missed': 'commitment-missed',
  returned: 'no-longer-a-duplicate',
};

type LabelOf = (code: string) => string;

const toAnswer = (tracked: TrackedPetition, labelOf: LabelOf): TrackAnswer => ({
  ...tracked,
  code: formatCode(tracked.code),
  categoryLabel: labelOf(tracked.category),
  matters: tracked.matters.map((matter) => ({
    ...matter,
    code: formatCode(matter.code),
    categoryLabel: labelOf(matter.category),
  })),
  reclassifications: tracked.reclassifications.map((each) => ({
    ...each,
    fromLabel: labelOf(each.from),
    toLabel: labelOf(each.to),
  })),
  hops: tracked.hops.map(({ isAnew: _ours, ...hop }) => ({ ...hop, reason: REASONS[hop.kind] })),
  promised: {
    firstNoticeBy: tracked.promised.firstNoticeBy.at,
    resolveBy: tracked.promised.resolveBy?.at ?? null,
  },
});

/** The labels of the categories that it has and had; the code for one that no release knows any more. */
const labelsOf = async (
  registers: Pick<Registers, 'category'>,
  { category, reclassifications, matters }: TrackedPetition,
): Promise<LabelOf> => {
  const codes = [
    ...new Set([
      category,
      ...reclassifications.flatMap(({ from, to }) => [from, to]),
      ...matters.map((matter) => matter.category),
    ]),
  ];
  const facts = await Promise.all(codes.map((code) => registers.category(code)));
  const labels = new Map(facts.flatMap((each) => (each === null ? [] : [[each.code, each.label] as const])));
  return (code) => labels.get(code) ?? code;
};

/** Where a petition stands, for anybody with its code. */
export const createHandler = (deps: TrackPetitionDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const tracked = await trackPetition(deps, event.pathParameters?.['code'] ?? '');
    return json(200, toAnswer(tracked, await labelsOf(deps.registers, tracked)));
  });
