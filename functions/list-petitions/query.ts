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

/** A period needs its province: indexes by time are cut by province. */
const byPeriod = (query: ListPetitionsQuery, kind: 'received' | 'closed', period: Period): ListedBy => {
  const provinceId = query.province ?? fail({ pointer: '/province', code: 'required' });
  return { kind, provinceId, ...period };
};

/** The index that reads least: a ward, then an agency's open work, then a province's period. */
const listedBy = (query: ListPetitionsQuery): ListedBy => {
  const received = periodOf(query, 'received');
  const closed = periodOf(query, 'closed');
  if (closed !== undefined) {
    if (received !== undefined) return fail({ pointer: '/closed.from', code: 'one-criterion' });
    return byPeriod(query, 'closed', closed);
  }
  if (query.unit !== undefined) return { kind: 'unit', unitId: query.unit, ...received };
  if (received !== undefined) return byPeriod(query, 'received', received);
  if (query.agency !== undefined) return { kind: 'holder', agencyId: query.agency };
  return fail({ pointer: '', code: 'one-criterion' });
};

const filterOf = (query: ListPetitionsQuery): ListFilter => {
  const { unit, agency, status, category, late } = query;
  return {
    ...(unit !== undefined && { unitId: unit }),
    ...(agency !== undefined && { holderId: agency }),
    ...(status !== undefined && { status }),
    ...(category !== undefined && { category }),
    ...(late !== undefined && { late: late === 'true' }),
  };
};

/** Reads the query string of the auditors' list. @throws ValidationError. */
export const readQuery = (
  parameters: Record<string, string | undefined>,
): { query: PetitionQuery; page: { limit: number; cursor?: string } } => {
  const asked = parseInput(ListPetitionsQuerySchema, parameters);
  return {
    query: { by: listedBy(asked), where: filterOf(asked), descending: asked.order === 'newest' },
    page: { limit: asked.limit, ...(asked.cursor !== undefined && { cursor: asked.cursor }) },
  };
};
