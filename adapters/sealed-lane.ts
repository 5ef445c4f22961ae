import { computeDeadline } from '../core/deadline/deadline.js';
import type { Term } from '../core/deadline/term.js';
import type { DeadlineRef } from '../core/petition/deadline-ref.js';
import type {
  AccusedInput,
  BodyAnswer,
  Lane,
  LaneTerm,
  SealedLane,
  StandingAnswer,
} from '../core/ports/sealed-lane.js';
import { agencyOn, provinceOfAgency, type Agency } from '../core/registry/agency-on.js';
import { TIERS } from '../core/registry/agency.js';
import type { Registry } from '../core/registry/registry.js';
import { handlersIn } from '../core/routing/peers-of.js';
import { siteOf } from '../core/routing/place.js';
import { onlySuccessor } from '../core/routing/successor-for.js';
import { toRef } from '../core/routing/verdict.js';
import { competentBody, withSuperior, type Accused } from '../core/sealed/competent-body.js';
import { excludedOn } from '../core/sealed/excluded.js';
import { standingOf, type Held } from '../core/sealed/standing.js';
import { localDayOf, type Instant, type LocalDay } from '../core/time.js';
import type { ReleaseRegisters } from './registers.js';

const termOf = ({ amount, unit, basis, status }: Term): LaneTerm => ({ amount, unit, basis, status });

/** Those a resident may name: what handles matters at the place, its own ward's first, and those above. */
const agenciesAt = (registry: Registry, unitId: string, day: LocalDay): Lane['agencies'] => {
  const unit = registry.unit(unitId);
  if (unit === undefined) return [];
  const site = siteOf(registry, unit, day);
  const found = handlersIn(registry, site, { tiers: TIERS, isParty: false });
  const here = new Set([unit.id, site.district?.id, site.province.id]);
  return found
    .filter((agency) => agency.unit === null || here.has(agency.unit.id))
    .map(({ id, name }) => ({ id, name }));
};

/** The sealed lane as the release in force has it. */
export class ReleaseSealedLane implements SealedLane {
  readonly #registers: ReleaseRegisters;

  constructor(registers: ReleaseRegisters) {
    this.#registers = registers;
  }

  releaseId(): Promise<string> {
    return this.#registers.releaseId();
  }

  async provinces(): Promise<string[]> {
    const { serviceLevels } = await (await this.#registers.release()).national();
    return serviceLevels.denunciations.provinces;
  }

  async at(unitId: string, at: Instant): Promise<Lane | null> {
    const place = await this.#registers.place({ unit: unitId }, at);
    if (place.kind === 'unknown') return null;
    const registry = await this.#registry(place.provinceId);
    const { provinces, check, resolve, basis, status } = registry.serviceLevels.denunciations;
    const taken = provinces.includes(place.provinceId);
    const isListed = taken && place.kind === 'ward';
    return {
      ...{ provinceId: place.provinceId, taken, basis, status },
      ...{ check: termOf(check), resolve: termOf(resolve) },
      agencies: isListed ? agenciesAt(registry, place.unitId, localDayOf(at)) : [],
    };
  }

  async body(
    input: AccusedInput,
    { provinceId, at }: { provinceId: string; at: Instant },
  ): Promise<BodyAnswer> {
    const registry = await this.#registry(provinceId);
    const day = localDayOf(at);
    const accused = accusedIn(registry, input, { provinceId, day });
    if (accused === null) return { kind: 'unknown-agency' };
    const found = competentBody(registry, accused, { provinceId, day });
    if (found === null) return { kind: 'none' };
    const [named] = accused.agencies;
    return {
      kind: 'body',
      body: toRef(found.body),
      rule: found.rule,
      accused: named === undefined ? null : toRef(named),
      excluded: excludedOn(registry, accused.agencies, { before: { accused: [], below: [] }, day }),
    };
  }

  async standing(file: Held, at: Instant): Promise<StandingAnswer> {
    const standing = standingOf(await this.#registry(file.provinceId), file, localDayOf(at));
    if (standing.kind === 'stays') return standing;
    const { found } = standing;
    return { ...standing, found: found && { body: toRef(found.body), rule: found.rule } };
  }

  async deadline(kind: 'check' | 'resolve', provinceId: string, from: Instant): Promise<DeadlineRef> {
    const [registry, { statutory }] = await Promise.all([
      this.#registry(provinceId),
      this.#registers.release().then((release) => release.calendars()),
    ]);
    const term = registry.serviceLevels.denunciations[kind];
    const { at, provisional } = computeDeadline(statutory, term, from);
    return { at, term: `to-cao.${kind}`, calendar: statutory.version, provisional };
  }

  async #registry(provinceId: string): Promise<Registry> {
    return (await this.#registers.release()).registry(provinceId);
  }
}

/** Null for an agency that is not in that province on that day. */
const accusedIn = (
  registry: Registry,
  input: AccusedInput,
  { provinceId, day }: { provinceId: string; day: LocalDay },
): Accused | null => {
  if ('name' in input) return { agencies: [], name: input.name };
  // Whoever has taken over everything from an abolished body: the same people behind a new sign.
  const agency = agencyOn(registry, input.agencyId, day) ?? onlySuccessor(registry, input.agencyId, day);
  if (agency === null || !isOfProvince(registry, agency, provinceId)) return null;
  return { agencies: input.superiorToo ? withSuperior(registry, agency, day) : [agency], name: '' };
};

const isOfProvince = (registry: Registry, agency: Agency, provinceId: string): boolean => {
  const province = provinceOfAgency(registry, agency);
  return province === undefined || province.id === provinceId;
};
