import { ValidationError, type InputIssue } from '../../core/errors.js';
import type { ListedBy, ListFilter, PetitionQuery } from '../../core/ports/audit.js';
import { parseInput } from '../middleware/input.js';
import { ListPetitionsQuerySchema, MAX_PERIOD_DAYS, type ListPetitionsQuery } from './schema.js';

const DAY_MS = 86_400_000;

const fail = (issue: InputIssue): never => {
  throw new ValidationError([issue]);
};

interface Period {
  from: string;
  to: string;
}

/** A period needs both ends, in order, at most a year apart. Undefined when none is given. */
const periodOf = (query: ListPetitionsQuery, name: 'received' | 'closed'): Period | undefined => {
  const from = query[`${name}.from`];
  const to = query[`${name}.to`];
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined) return fail({ pointer: `/${name}.from`, code: 'required' });
  if (to === undefined) return fail({ pointer: `/${name}.to`, code: 'required' });
  if (to <= from) return fail({ pointer: `/${name}.to`, code: 'from-before-to' });
  if (Date.parse(to) - Date.parse(from) > MAX_PERIOD_DAYS * DAY_MS)
    return fail({ pointer: `/${name}.to`, code: 'period-too-long', params: { max: MAX_PERIOD_DAYS } });
  return { from, to };
};

const provinceOf = ({ province }: ListPetitionsQuery): string =>
  province ?? fail({ pointer: '/province', code: 'required' });

/** A period needs its province: indexes by time are cut by province. */
const byPeriod = (query: ListPetitionsQuery, kind: 'received' | 'closed', period: Period): ListedBy => ({
  ...{ kind, provinceId: provinceOf(query) },
  ...period,
});

interface Periods {
  received: Period | undefined;
  closed: Period | undefined;
}

/** By lateness in a province; undefined where that is not asked for. */
const byLateness = (query: ListPetitionsQuery): ListedBy | undefined => {
  if (query.running !== undefined && query.decidedLate !== undefined)
    return fail({ pointer: '/running', code: 'one-criterion' });
  if (query.running !== undefined) return { kind: 'running', provinceId: provinceOf(query) };
  if (query.decidedLate === undefined) return undefined;
  return { kind: 'decided-late', provinceId: provinceOf(query), month: query.decidedLate };
};

/** The index that reads least: a ward, then a province's period, then an agency's open work. */
const listedBy = (query: ListPetitionsQuery, { received, closed }: Periods): ListedBy => {
  const late = byLateness(query);
  if (late !== undefined) return late;
  if (query.unit !== undefined) return { kind: 'unit', unitId: query.unit, ...received };
  if (closed !== undefined) return byPeriod(query, 'closed', closed);
  if (received !== undefined) return byPeriod(query, 'received', received);
  if (query.agency !== undefined) return { kind: 'holder', agencyId: query.agency };
  return fail({ pointer: '', code: 'one-criterion' });
};

const isTrue = (value: 'true' | 'false' | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

/** Only what was asked: a condition that is not there reads less of the index. */
const withoutUndefined = (filter: { [K in keyof ListFilter]: ListFilter[K] | undefined }): ListFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

const filterOf = (query: ListPetitionsQuery, { received, closed }: Periods, by: ListedBy): ListFilter =>
  withoutUndefined({
    unitId: query.unit,
    holderId: query.agency,
    status: query.status,
    category: query.category,
    late: isTrue(query.late),
    lateDays: query.lateDays,
    lane: query.lane,
    serviceClass: query.class,
    tier: query.tier,
    formerHolderId: query.former,
    isEscalated: isTrue(query.escalated),
    transfersOver: query.transfersOver,
    isReopened: isTrue(query.reopened),
    isUndelivered: isTrue(query.undelivered),
    isProvisional: isTrue(query.provisional),
    received: by.kind === 'received' ? undefined : received,
    closed: by.kind === 'closed' ? undefined : closed,
  });

/** What is due or late comes with what is most so at once: first due, or latest. */
const isDescending = (by: ListedBy, order: ListPetitionsQuery['order']): boolean =>
  by.kind === 'running' ? order === 'newest' : order !== 'oldest';

/** Reads the query string of the auditors' list. @throws ValidationError. */
export const readQuery = (
  parameters: Record<string, string | undefined>,
): { query: PetitionQuery; page: { limit: number; cursor?: string } } => {
  const asked = parseInput(ListPetitionsQuerySchema, parameters);
  const periods = { received: periodOf(asked, 'received'), closed: periodOf(asked, 'closed') };
  const by = listedBy(asked, periods);
  return {
    query: { by, where: filterOf(asked, periods, by), descending: isDescending(by, asked.order) },
    page: { limit: asked.limit, ...(asked.cursor !== undefined && { cursor: asked.cursor }) },
  };
};
