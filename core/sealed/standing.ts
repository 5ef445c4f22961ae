import { agencyOn } from '../registry/agency-on.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, type LocalDay } from '../time.js';
import { competentBody, mayReceive, withSuperior, type Competent } from './competent-body.js';
import { accusedOn, excludedOn } from './excluded.js';
import type { BODY_CHANGES, Excluded } from './sealed-events.js';
import type { SealedFile } from './sealed-file.js';

export type Why = (typeof BODY_CHANGES)[number];

/** May the body of a file keep it on a day? `found` is null where nobody in the province may have it. */
export type Standing =
  | { kind: 'stays'; excluded: Excluded }
  | { kind: 'leaves'; why: Why; found: Competent | null; excluded: Excluded };

export type Held = Pick<
  SealedFile,
  'accused' | 'body' | 'excluded' | 'provinceId' | 'receivedAt' | 'superiorToo'
>;

/** Who was accused on the day of receipt. An older file names the superior only by saying that it is accused too. */
const namedIn = (
  registry: Registry,
  { accused, excluded, receivedAt, superiorToo }: Held,
): readonly string[] => {
  const [only, ...others] = excluded.accused;
  const day = localDayOf(receivedAt);
  const agency = accused === null || others.length > 0 ? null : agencyOn(registry, accused.id, day);
  return superiorToo && agency !== null && agency.id === only
    ? withSuperior(registry, agency, day).map(({ id }) => id)
    : excluded.accused;
};

/**
 * Asked anew with the registry of each day: a body that took over an accused one, or came to stand below one, must not keep
 * the file. Who is accused stays as it was on the day of receipt, superior included, for the denouncer meant those who
 * were in office then; each is followed to whoever took over from it.
 */
export const standingOf = (registry: Registry, file: Held, day: LocalDay): Standing => {
  const named = namedIn(registry, file);
  const agencies = accusedOn(registry, named, day);
  const before = { ...file.excluded, accused: [...named] };
  const excluded = excludedOn(registry, agencies, { before, day });
  const body = agencyOn(registry, file.body.id, day);
  const ask = { registry, accused: { agencies, name: '' }, day };
  const isOut = (id: string): boolean => excluded.accused.includes(id) || excluded.below.includes(id);
  if (body !== null && !isOut(body.id) && mayReceive(ask, body)) return { kind: 'stays', excluded };
  const why = body === null ? 'body-ended' : 'body-excluded';
  // A free name is in the vault: whom it means nobody here knows.
  const found =
    agencies.length === 0 ? null : competentBody(registry, ask.accused, { provinceId: file.provinceId, day });
  return { kind: 'leaves', why, found: found !== null && isOut(found.body.id) ? null : found, excluded };
};
