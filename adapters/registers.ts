import type { Calendars } from '../core/petition/calendars.js';
import type { ApprovalNeeds } from '../core/petition/approval-way.js';
import { approvalNeeded } from '../core/registry/head-approval.js';
import type { Jurisdiction } from '../core/petition/jurisdiction.js';
import { finalDaysLeft } from '../core/deadline/final-days-left.js';
import { timetableOf } from '../core/petition/timetable-of.js';
import type { Timetable } from '../core/petition/timetable.js';
import {
  RELEASE_AGE_SECONDS,
  type CategoryChoice,
  type CategoryFacts,
  type Place,
  type Registers,
  type TimetableFacts,
} from '../core/ports/registers.js';
import type { Category } from '../core/registry/competence.js';
import { ManifestSchema } from '../core/registry/release.js';
import { digestOver } from '../core/registry/digest-over.js';
import { lazy } from '../core/registry/lazy.js';
import { lineOfPlace } from '../core/registry/line-of-place.js';
import type { Registry } from '../core/registry/registry.js';
import { ancestry, fullName } from '../core/registry/unit-name.js';
import { jurisdictionOf } from '../core/routing/jurisdiction-of.js';
import { resolvePlace } from '../core/routing/resolve-place.js';
import { localDayOf, type Instant } from '../core/time.js';
import { forgetOnFailure, LoadedRelease } from './loaded-release.js';
import type { ReleaseCalendars } from './release-calendars.js';

/** Where a release lies: immutable objects by their SHA-256, and a pointer to the manifest in force. */
export interface ReleaseSource {
  /** SHA-256 of the manifest in force. */
  pointer(): Promise<string>;
  object(sha256: string): Promise<Uint8Array>;
}

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

const buildTimetable = (registry: Registry, serviceClass: string, calendars: Calendars): Timetable => {
  const { classes, terms, reminders, pauses, triageClass } = registry.serviceLevels;
  const { firstNotice, feedback, residentAnswer, support, answerCode } = terms;
  const level = classes[serviceClass];
  const triage = classes[triageClass]?.resolve;
  if (level === undefined || triage == null) throw new RangeError(`no service level ${serviceClass}`);
  return timetableOf(
    serviceClass,
    {
      ...level,
      ...{ triage, firstNotice, feedback, residentAnswer, support, answerCode },
      reminders: level.reminders ?? reminders,
      maxPauses: pauses.mostPerTask,
      others: classes,
    },
    calendars,
  );
};

const POINTER_MAX_AGE_MS = RELEASE_AGE_SECONDS * 1_000;

/** The registry as functions ask it: loads what a question needs once, follows the pointer each minute. */
export class ReleaseRegisters implements Registers {
  private current: Promise<LoadedRelease> | undefined;
  private readonly past = new Map<string, Promise<ReleaseCalendars>>();
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

  async categories(): Promise<CategoryChoice[]> {
    const national = await (await this.release()).national();
    return national.categories().map((category) => ({
      ...{ code: category.code, label: category.label },
      questions: factsOf(category).conditions.map((key) => ({
        key,
        question: national.condition(key)?.question ?? key,
      })),
    }));
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

  async takesAnonymous(provinceId: string): Promise<boolean> {
    const { serviceLevels } = await (await this.release()).registry(provinceId);
    return serviceLevels.anonymous.provinces.includes(provinceId);
  }

  async headApproval(of: { provinceId: string; agencyId: string }): Promise<ApprovalNeeds> {
    const { serviceLevels } = await (await this.release()).registry(of.provinceId);
    return approvalNeeded(serviceLevels.headApproval, of);
  }

  async digestOver(provinceId: string, agencyId: string): Promise<number | null> {
    const { serviceLevels } = await (await this.release()).registry(provinceId);
    return digestOver(serviceLevels.digest, provinceId, agencyId);
  }

  async jurisdiction(provinceId: string): Promise<Jurisdiction> {
    const release = await this.release();
    return jurisdictionOf(await release.registry(provinceId), release.id);
  }

  async timetable(of: TimetableFacts): Promise<Timetable> {
    const release = await this.release();
    const [registry, days] = await Promise.all([release.registry(of.provinceId), release.calendars()]);
    const lineOf = lazy(() => lineOfPlace(registry, of.unitId ?? of.provinceId));
    const { statutory } = days;
    const offices = days.offices(lineOf);
    const here = [offices, statutory];
    const releases = Object.entries(of.calendars).flatMap(([version, id]) =>
      here.some((calendar) => calendar.version === version) ? [] : [id],
    );
    const past = await Promise.all([...new Set(releases)].map((id) => this.calendarsOf(id)));
    const known = [...here, ...past.flatMap((each) => [each.statutory, each.offices(lineOf)])];
    return buildTimetable(registry, of.serviceClass, {
      ...{ offices, statutory },
      known: new Map(known.map((calendar) => [calendar.version, calendar])),
    });
  }

  /** Releases are kept for good, so what a deadline was counted on can be read again. */
  private calendarsOf(releaseId: string): Promise<ReleaseCalendars> {
    const known = this.past.get(releaseId);
    if (known !== undefined) return known;
    const loading = forgetOnFailure(
      this.load(releaseId).then((release) => release.calendars()),
      () => this.past.delete(releaseId),
    );
    this.past.set(releaseId, loading);
    return loading;
  }

  async releaseId(): Promise<string> {
    return (await this.release()).id;
  }

  async calendarDaysLeft(at: Instant): Promise<number> {
    const { statutory } = await (await this.release()).calendars();
    return finalDaysLeft(statutory, localDayOf(at));
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
