import { createWorkingCalendar, type WorkingCalendar } from '../core/deadline/calendar.js';
import type { Jurisdiction } from '../core/petition/jurisdiction.js';
import { finalDaysLeft } from '../core/deadline/final-days-left.js';
import { timetableOf } from '../core/petition/timetable-of.js';
import type { Timetable } from '../core/petition/timetable.js';
import {
  RELEASE_AGE_SECONDS,
  type CategoryFacts,
  type Place,
  type Registers,
} from '../core/ports/registers.js';
import type { Category } from '../core/registry/competence.js';
import {
  loadCalendars,
  loadRegistry,
  loadUnitNames,
  partitionOf,
  type FetchPart,
} from '../core/registry/load-registry.js';
import { ManifestSchema, releaseIdOf, type Manifest } from '../core/registry/release.js';
import type { Registry } from '../core/registry/registry.js';
import { ancestry, fullName } from '../core/registry/unit-name.js';
import type { UnitNames } from '../core/registry/unit-names.js';
import { jurisdictionOf } from '../core/routing/jurisdiction-of.js';
import { resolvePlace } from '../core/routing/resolve-place.js';
import { localDayOf, type Instant } from '../core/time.js';

/** Where a release lies: immutable objects by their SHA-256, and a pointer to the manifest in force. */
export interface ReleaseSource {
  /** SHA-256 of the manifest in force. */
  pointer(): Promise<string>;
  object(sha256: string): Promise<Uint8Array>;
}

/** One release, each part loaded with the first question that needs it and kept for as long as the release is. */
export class LoadedRelease {
  readonly id: string;
  private readonly registries = new Map<string, Promise<Registry>>();
  private readonly calendars = new Map<string, WorkingCalendar>();
  private unitNames: Promise<UnitNames> | undefined;
  private years: Promise<WorkingCalendar> | undefined;

  constructor(
    readonly manifest: Manifest,
    private readonly fetchPart: FetchPart,
  ) {
    this.id = releaseIdOf(manifest);
  }

  names(): Promise<UnitNames> {
    return (this.unitNames ??= forgetOnFailure(loadUnitNames(this.manifest, this.fetchPart), () => {
      this.unitNames = undefined;
    }));
  }

  /** Which days are worked, for questions that no office hours and no province enter. */
  workingDays(): Promise<WorkingCalendar> {
    return (this.years ??= forgetOnFailure(
      loadCalendars(this.manifest, this.fetchPart).then((years) => createWorkingCalendar(years)),
      () => {
        this.years = undefined;
      },
    ));
  }

  /** @throws RangeError for a province that the release does not know. */
  registry(provinceId: string): Promise<Registry> {
    const partition = partitionOf(this.manifest, provinceId) ?? provinceId;
    const known = this.registries.get(partition);
    if (known !== undefined) return known;
    const loading = forgetOnFailure(loadRegistry(this.manifest, partition, this.fetchPart), () => {
      this.registries.delete(partition);
    });
    this.registries.set(partition, loading);
    return loading;
  }

  /** Any registry answers national questions; the first province's is as good as another. */
  async national(): Promise<Registry> {
    const loaded =
      this.registries.values().next().value ?? this.registry(Object.keys(this.manifest.provinces)[0] ?? '');
    return loaded;
  }

  calendar(registry: Registry): WorkingCalendar {
    const hours = registry.serviceLevels.officeHours;
    const calendar = this.calendars.get('vn') ?? createWorkingCalendar(registry.calendars, hours);
    this.calendars.set('vn', calendar);
    return calendar;
  }
}

/** A load that failed is tried again by the next question, not remembered. */
const forgetOnFailure = <T>(loading: Promise<T>, forget: () => void): Promise<T> => {
  loading.catch(forget);
  return loading;
};

const factsOf = (category: Category): CategoryFacts => ({
  code: category.code,
  label: category.label,
  lane: category.lane,
  serviceClass: category.serviceClass,
  evidence: category.evidence,
  urgentWhen: category.urgentWhen,
  conditions: [...new Set(category.rules.flatMap((rule) => rule.when ?? []))],
  hidesSubmitter: category.hidesSubmitter,
});

const buildTimetable = (release: LoadedRelease, registry: Registry, serviceClass: string): Timetable => {
  const { classes, terms, reminders, pauses, triageClass } = registry.serviceLevels;
  const { firstNotice, feedback, residentAnswer, support } = terms;
  const level = classes[serviceClass];
  const triage = classes[triageClass]?.resolve;
  if (level === undefined || triage == null) throw new RangeError(`no service level ${serviceClass}`);
  return timetableOf(
    serviceClass,
    {
      ...level,
      ...{ triage, firstNotice, feedback, residentAnswer, support, reminders },
      maxPauses: pauses.mostPerTask,
    },
    release.calendar(registry),
  );
};

const POINTER_MAX_AGE_MS = RELEASE_AGE_SECONDS * 1_000;

/** The registry as functions ask it: loads what a question needs once, follows the pointer each minute. */
export class ReleaseRegisters implements Registers {
  private current: Promise<LoadedRelease> | undefined;
  private manifestSha = '';
  private checkedAt = 0;

  constructor(
    private readonly source: ReleaseSource,
    private readonly realNowMs: () => number,
  ) {}

  /** The release in force. A pointer that cannot be read leaves the last one in force. */
  async release(): Promise<LoadedRelease> {
    if (this.current !== undefined && this.realNowMs() - this.checkedAt < POINTER_MAX_AGE_MS)
      return this.current;
    const sha256 = await this.source.pointer().catch((error: unknown) => {
      if (this.current === undefined) throw error;
      return this.manifestSha;
    });
    this.checkedAt = this.realNowMs();
    if (this.current === undefined || sha256 !== this.manifestSha) {
      this.manifestSha = sha256;
      this.current = forgetOnFailure(this.load(sha256), () => {
        this.current = undefined;
      });
    }
    return this.current;
  }

  private async load(sha256: string): Promise<LoadedRelease> {
    const bytes = await this.source.object(sha256);
    const manifest = ManifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new LoadedRelease(manifest, (part) => this.source.object(part));
  }

  async category(code: string): Promise<CategoryFacts | null> {
    const category = (await (await this.release()).national()).category(code);
    return category === undefined ? null : factsOf(category);
  }

  async place(
    named: { unit: string } | { point: { lat: number; lon: number } },
    at: Instant,
  ): Promise<Place> {
    const release = await this.release();
    return 'unit' in named
      ? this.placeOfUnit(release, named.unit, at)
      : this.placeOfPoint(release, named.point, at);
  }

  private async placeOfUnit(release: LoadedRelease, unit: string, at: Instant): Promise<Place> {
    const partition = (await release.names()).partitionOf(unit);
    if (partition === undefined) return { kind: 'unknown', code: 'unknown-unit' };
    const registry = await release.registry(partition);
    const answer = resolvePlace(registry, { unit }, at);
    if (answer.kind === 'ward') return wardOf(registry, answer.unit.id);
    if (answer.reason !== 'unit-divided') return { kind: 'unknown', code: answer.reason };
    const [candidate] = answer.candidates;
    const province = candidate === undefined ? undefined : ancestry(registry, candidate).at(-1);
    return province === undefined
      ? { kind: 'unknown', code: answer.reason }
      : { kind: 'undecided', provinceId: province.id, issue: answer.reason };
  }

  /** Tries the provinces whose ward boundaries are known. */
  private async placeOfPoint(
    release: LoadedRelease,
    point: { lat: number; lon: number },
    at: Instant,
  ): Promise<Place> {
    for (const provinceId of release.manifest.maps) {
      const registry = await release.registry(provinceId);
      const answer = resolvePlace(registry, { point }, at);
      if (answer.kind === 'ward') return wardOf(registry, answer.unit.id);
      if (answer.reason === 'border') return { kind: 'undecided', provinceId, issue: 'border' };
      if (answer.reason === 'no-polygons') return { kind: 'unknown', code: 'no-polygons' };
    }
    return { kind: 'unknown', code: 'outside' };
  }

  async placeName(provinceId: string, unitId: string): Promise<string> {
    const registry = await (await this.release()).registry(provinceId);
    const unit = registry.unit(unitId);
    return unit === undefined ? unitId : fullName(registry, unit);
  }

  async jurisdiction(provinceId: string): Promise<Jurisdiction> {
    const release = await this.release();
    return jurisdictionOf(await release.registry(provinceId), release.id);
  }

  async timetable(provinceId: string, serviceClass: string): Promise<Timetable> {
    const release = await this.release();
    return buildTimetable(release, await release.registry(provinceId), serviceClass);
  }

  async releaseId(): Promise<string> {
    return (await this.release()).id;
  }

  async calendarDaysLeft(at: Instant): Promise<number> {
    return finalDaysLeft(await (await this.release()).workingDays(), localDayOf(at));
  }

  /** Provinces of all periods: petitions of earlier days keep the province of their day. */
  async provinces(): Promise<string[]> {
    const { manifest } = await this.release();
    return [...Object.keys(manifest.provinces), ...Object.keys(manifest.aliases)];
  }
}

const wardOf = (registry: Registry, unitId: string): Place => {
  const unit = registry.unit(unitId);
  const province = unit === undefined ? undefined : ancestry(registry, unit).at(-1);
  if (province === undefined) throw new RangeError(`unit without a province: ${unitId}`);
  return { kind: 'ward', provinceId: province.id, unitId };
};
