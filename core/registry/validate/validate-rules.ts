import { isValidOn } from '../../time.js';
import { rulesOn } from '../../routing/rules-on.js';
import { CompetenceRuleSchema, type Category, type CompetenceRule } from '../competence.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry, type Registry } from '../registry.js';
import { overlaps } from '../validity.js';
import { turningDays } from './days.js';
import { expressionFault } from './expression.js';
import { error, type Finding } from './finding.js';
import { issuesOf } from './validate-files.js';

const FILE = 'competence.json';

const textFaults = (registry: Registry, rule: CompetenceRule): Finding[] =>
  [rule.lead, ...rule.support, ...(rule.escalate === null ? [] : [rule.escalate])].flatMap((text) => {
    const what = expressionFault(registry, text);
    return what === null
      ? []
      : [error(FILE, rule.id, { what, mend: 'name an agency or function of agencies.json' })];
  });

const ruleFaults = (parts: RegistryParts, registry: Registry, rule: CompetenceRule): Finding[] => {
  const faults = [
    rule.when !== null && registry.condition(rule.when) === undefined
      ? { what: `unknown condition ${rule.when}`, mend: 'add its question under conditions' }
      : null,
    rule.area !== '*' && !registry.areas.has(rule.area)
      ? { what: `unknown area ${rule.area}`, mend: 'list its provinces under areas' }
      : null,
    rule.status === 'sourced' && rule.basis === '' && rule.source.length === 0
      ? { what: 'sourced, but neither basis nor source is given', mend: 'name one, or mark it assumed' }
      : null,
    ...rule.source
      .filter(
        (key) => parts.competence.sources[key] === undefined && parts.agencies.sources[key] === undefined,
      )
      .map((key) => ({ what: `unknown source ${key}`, mend: 'add it under sources' })),
  ];
  return [
    ...faults.flatMap((told) => (told === null ? [] : [error(FILE, rule.id, told)])),
    ...textFaults(registry, rule),
  ];
};

const period = ({ from, to }: CompetenceRule) => ({ validFrom: from, validTo: to });

const overlapFaults = ({ rules }: Category): Finding[] =>
  rules.flatMap((rule, i) =>
    rules
      .slice(i + 1)
      .filter((other) => other.area === rule.area && other.tier === rule.tier && other.when === rule.when)
      .filter((other) => overlaps(period(rule), period(other)))
      .map((other) =>
        error(FILE, rule.id, { what: `overlaps ${other.id}`, mend: 'end one where the other begins' }),
      ),
  );

const gaps = (registry: Registry, category: Category, days: readonly string[]): Finding[] =>
  days.flatMap((day) => {
    const bare = registry
      .provinces()
      .filter((province) => isValidOn(province, day))
      .filter((province) => {
        const site = { day, province, district: null, ward: null };
        return !rulesOn(registry, category, site).some(({ when }) => when === null);
      });
    if (bare.length === 0) return [];
    const where = bare.map(({ id }) => id).join(', ');
    return [
      error(FILE, category.code, { what: `nobody leads on ${day} in ${where}`, mend: 'add a default rule' }),
    ];
  });

const serviceFaults = (registry: Registry, category: Category): Finding[] => {
  const level = registry.serviceLevels.classes[category.serviceClass];
  if (level === undefined)
    return [
      error(FILE, category.code, {
        what: `unknown service class ${category.serviceClass}`,
        mend: 'use one of service-levels.json',
      }),
    ];
  if (level.lane === category.lane) return [];
  return [
    error(FILE, category.code, {
      what: `class ${category.serviceClass} belongs to the other lane`,
      mend: 'use a class of its lane',
    }),
  ];
};

/** Rules: known agencies, no overlap, a lead everywhere on every day, a service class that exists. */
export const validateRules = (parts: RegistryParts): Finding[] => {
  const registry = buildRegistry(parts);
  const categories = registry.categories();
  const rules = categories.flatMap((category) => category.rules);
  const form = rules.flatMap((rule) => issuesOf(CompetenceRuleSchema, rule, { file: FILE, place: rule.id }));
  if (form.length > 0) return form;
  const days = turningDays(parts);
  return [
    ...rules.flatMap((rule) => ruleFaults(parts, registry, rule)),
    ...categories.flatMap((category) => [
      ...overlapFaults(category),
      ...serviceFaults(registry, category),
      ...gaps(registry, category, days),
    ]),
  ];
};
