import type { AgencyRef } from '../event-parts.js';
import { agencyOn, endOf } from '../registry/agency-on.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, startOfDay, type Instant } from '../time.js';
import { superiorOf } from './superior.js';
import { toRef } from './verdict.js';

/** An agency as it is, or was, on a day. */
export interface AgencyAsOf extends AgencyRef {
  kind: string;
  /** Its territory or seat, where that is a unit. */
  unitId: string | null;
  superior: AgencyRef | null;
  /** The instant from which it no longer exists; null = no end known. */
  endsAt: Instant | null;
  functions: string[];
}

/** @returns null when there is no such body at that instant. */
export const agencyAsOf = (registry: Registry, agencyId: string, at: Instant): AgencyAsOf | null => {
  const day = localDayOf(at);
  const agency = agencyOn(registry, agencyId, day);
  if (agency === null) return null;
  const superior = superiorOf(registry, agency, day);
  return {
    ...toRef(agency),
    kind: agency.version.kind,
    unitId: agency.unit?.id ?? null,
    superior: superior === null ? null : toRef(superior),
    endsAt: holderEnd(registry, agencyId, at),
    functions: [...agency.version.functions],
  };
};

/** Local midnight at which a holder ceases to exist; null when no end is known or it does not exist at `at`. */
export const holderEnd = (registry: Registry, agencyId: string, at: Instant): Instant | null => {
  const agency = agencyOn(registry, agencyId, localDayOf(at));
  const end = agency === null ? null : endOf(registry, agency);
  return end === null ? null : startOfDay(end);
};
