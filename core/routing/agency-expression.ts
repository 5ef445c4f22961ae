import { agencyOn, type Agency } from '../registry/agency-on.js';
import { holdersIn } from '../registry/holder-of.js';
import type { Registry } from '../registry/registry.js';
import { provincialBody, type Site } from './place.js';
import { superiorOf } from './superior.js';

/** What a rule's text for a body means at a place on a day. */
export type Resolved =
  | {
      kind: 'agency';
      agency: Agency;
      /** Stands in for a function that nobody holds. */ standsInFor?: string;
    }
  /** A body that serves several wards; which one serves this ward has not been entered. */
  | { kind: 'unassigned'; baseId: string }
  | { kind: 'accused-unknown' }
  | { kind: 'none' };

export interface Scene {
  registry: Registry;
  site: Site;
  /** The agency that the petition complains about. */
  against: string | null;
}

const NONE: Resolved = { kind: 'none' };

const agencyOrNone = (agency: Agency | null): Resolved =>
  agency === null ? NONE : { kind: 'agency', agency };

const byFunction = ({ registry, site }: Scene, fn: string): Resolved => {
  const [holder] = holdersIn(registry, fn, { provinceId: site.province.id, day: site.day });
  if (holder !== undefined) return { kind: 'agency', agency: holder };
  return { kind: 'agency', agency: provincialBody(registry, registry.fallback, site), standsInFor: fn };
};

const byPlace = ({ registry, site }: Scene, baseId: string): Resolved => {
  const instance = site.ward === null ? undefined : registry.assignment(baseId, site.ward.id, site.day);
  if (instance === undefined) return { kind: 'unassigned', baseId };
  return agencyOrNone(agencyOn(registry, `${baseId}/${instance}`, site.day));
};

/** The superior of the body complained about; whoever has none above is answered for by the last owner. */
export const aboveAccused = ({ registry, site }: Scene, accused: Agency): Agency =>
  superiorOf(registry, accused, site.day) ?? provincialBody(registry, registry.lastOwner, site);

const bySuperior = (scene: Scene): Resolved => {
  const accused = scene.against === null ? null : agencyOn(scene.registry, scene.against, scene.site.day);
  return accused === null
    ? { kind: 'accused-unknown' }
    : { kind: 'agency', agency: aboveAccused(scene, accused) };
};

const PLACEHOLDER = /\{(ward|district|province)\}/;

const single = (scene: Scene, expression: string): Resolved => {
  if (expression === '{superior-of-accused}') return bySuperior(scene);
  if (expression.startsWith('fn:')) return byFunction(scene, expression.slice('fn:'.length));
  if (expression.endsWith('/{by-place}')) return byPlace(scene, expression.slice(0, -'/{by-place}'.length));
  const level = PLACEHOLDER.exec(expression)?.[1] as 'ward' | 'district' | 'province' | undefined;
  if (level === undefined) return agencyOrNone(agencyOn(scene.registry, expression, scene.site.day));
  const unit = scene.site[level];
  if (unit === null) return NONE;
  return agencyOrNone(agencyOn(scene.registry, expression.replace(`{${level}}`, unit.id), scene.site.day));
};

/** Reads `ubnd-xa/{ward}`, `fn:giao-thong`, `a|b` (whichever exists) and their like. */
export const resolveExpression = (scene: Scene, expression: string): Resolved => {
  const answers = expression.split('|').map((part) => single(scene, part));
  return answers.find((answer) => answer.kind === 'agency') ?? answers[0] ?? NONE;
};
