import {
  loadCalendars,
  loadClosures,
  loadRegistry,
  loadServiceLevels,
  loadUnitNames,
  partitionOf,
  type FetchPart,
} from '../core/registry/load-registry.js';
import { releaseIdOf, type Manifest } from '../core/registry/release.js';
import type { ServiceLevelsFile } from '../core/registry/service-level.js';
import type { Registry } from '../core/registry/registry.js';
import type { UnitNames } from '../core/registry/unit-names.js';
import { ReleaseCalendars } from './release-calendars.js';

/** One release, each part loaded with the first question that needs it and kept for as long as the release is. */
export class LoadedRelease {
  readonly id: string;
  private readonly registries = new Map<string, Promise<Registry>>();
  private dayParts: Promise<ReleaseCalendars> | undefined;
  private unitNames: Promise<UnitNames> | undefined;
  private levels: Promise<ServiceLevelsFile> | undefined;

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

  /** What is decided for the whole country or by city; no province has to be loaded for it. */
  serviceLevels(): Promise<ServiceLevelsFile> {
    return (this.levels ??= forgetOnFailure(loadServiceLevels(this.manifest, this.fetchPart), () => {
      this.levels = undefined;
    }));
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

  /** Working days and closures; no province has to be loaded for them. */
  calendars(): Promise<ReleaseCalendars> {
    return (this.dayParts ??= forgetOnFailure(this.loadCalendarParts(), () => {
      this.dayParts = undefined;
    }));
  }

  /** Every registry holds them, so where one is loaded nothing is fetched again. */
  private async loadCalendarParts(): Promise<ReleaseCalendars> {
    const loaded = await this.registries.values().next().value;
    if (loaded !== undefined) {
      const { calendars: years, closures, serviceLevels } = loaded;
      return new ReleaseCalendars({ years, closures, officeHours: serviceLevels.officeHours });
    }
    const [years, closures, { officeHours }] = await Promise.all([
      loadCalendars(this.manifest, this.fetchPart),
      loadClosures(this.manifest, this.fetchPart),
      loadServiceLevels(this.manifest, this.fetchPart),
    ]);
    return new ReleaseCalendars({ years, closures, officeHours });
  }
}

/** A load that failed is tried again by the next question, not remembered. */
export const forgetOnFailure = <T>(loading: Promise<T>, forget: () => void): Promise<T> => {
  loading.catch(forget);
  return loading;
};
