import { describe, expect, it } from 'vitest';
import type { RegistryParts } from '../../../core/registry/parts.js';
import { validateClosures } from '../../../core/registry/validate/validate-closures.js';
import { validateFiles } from '../../../core/registry/validate/validate-files.js';
import { validateRegistry } from '../../../core/registry/validate/validate-registry.js';
import {
  validateAssignments,
  validateCalendars,
  validateServiceLevels,
} from '../../../core/registry/validate/validate-service.js';
import { validateUnits } from '../../../core/registry/validate/validate-units.js';
import { readRawParts } from '../../../registry/read-parts.js';
import { parts } from '../routing/shipped.js';
import { broken, setUnit, told } from './broken.js';

describe('the shipped data', { timeout: 60_000 }, () => {
  it('have no error; the provisional year is told', () => {
    expect(validateFiles(readRawParts())).toEqual([]);
    const findings = validateRegistry(parts);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(told(findings)).toContain('2027.json: provisional');
  });
});

describe('files', { timeout: 60_000 }, () => {
  it('with unknown or missing fields are refused with the place', () => {
    const raw = { ...readRawParts(), serviceLevels: { note: '', extra: 1 } };
    expect(told(validateFiles(raw))).toMatch(/error service-levels.json.*\n?/);
    expect(told(validateFiles(raw))).toContain('extra');
  });
});

describe('units and lineage', { timeout: 60_000 }, () => {
  const faults = (change: (copy: RegistryParts) => void) => told(validateUnits(broken(change)));
  it.each<[string, (copy: RegistryParts) => void, string]>([
    [
      'a row in another form',
      (copy) => {
        setUnit(copy, 'w:26773@0', { kind: 'Thôn' });
      },
      'units.json w:26773@0 / kind',
    ],
    [
      'an id given twice',
      (copy) => {
        copy.units.units.push([...(copy.units.units.at(-1) ?? [])]);
      },
      'the id is given twice',
    ],
    [
      'an unknown parent',
      (copy) => {
        setUnit(copy, 'w:26773@0', { parentId: 'd:000@0' });
      },
      'w:26773@0: unknown parent d:000@0',
    ],
    [
      'a life longer than the parent’s',
      (copy) => {
        setUnit(copy, 'w:26773@0', { validTo: '2025-08-01' });
      },
      'w:26773@0: is in force while its parent',
    ],
    [
      'one code twice on a day',
      (copy) => {
        setUnit(copy, 'w:26773@2025-07', { gsoCode: '27154' });
      },
      'both are ward 27154',
    ],
    [
      'an end without lineage',
      (copy) => {
        copy.lineage.edges = copy.lineage.edges.filter(([id]) => id !== 'w:26773@0');
      },
      'w:26773@0: the unit ends but nothing says',
    ],
    [
      'an edge to nowhere',
      (copy) => {
        copy.lineage.edges.push(['w:26773@0', 'w:00000@0', 'part']);
      },
      'w:26773@0: whole and divided at once',
    ],
    [
      'an unknown receiver',
      (copy) => {
        copy.lineage.edges = copy.lineage.edges.map((edge) =>
          edge[0] === 'w:26773@0' ? ['w:26773@0', 'w:00000@0', 'whole'] : edge,
        );
      },
      'unknown unit w:00000@0',
    ],
    [
      'an unknown origin',
      (copy) => {
        copy.lineage.edges.push(['w:00000@0', 'w:26773@2025-07', 'whole']);
      },
      'lineage.json w:00000@0: unknown unit',
    ],
    [
      'days that do not meet',
      (copy) => {
        copy.lineage.edges = copy.lineage.edges.map((edge) =>
          edge[0] === 'w:26773@0' ? ['w:26773@0', 'w:00004@0', 'whole'] : edge,
        );
      },
      'does not begin on the day on which it ends',
    ],
    [
      'a receiver in another province',
      (copy) => {
        copy.lineage.edges = copy.lineage.edges.map((edge) =>
          edge[0] === 'w:26773@0' ? ['w:26773@0', 'w:29905@2025-07', 'whole'] : edge,
        );
      },
      "belongs to another province's chain",
    ],
  ])('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected);
  });
});

describe('calendars, terms and assignments', { timeout: 60_000 }, () => {
  it('a year missing, twice or none at all', () => {
    const years = (list: number[]) => ({
      ...parts,
      calendars: list.flatMap((year) => parts.calendars.filter((each) => each.year === year)),
    });
    expect(told(validateCalendars(years([2021, 2023])))).toContain('2022.json: the year is missing');
    expect(told(validateCalendars(years([2021, 2021])))).toContain('2021.json: the year is given twice');
    expect(told(validateCalendars(years([])))).toContain('no year at all');
  });

  it('closures of places that do not exist, and on days that are off anyway', () => {
    const closure = {
      ...{ id: 'bao-thu', days: ['2026-09-02', '2026-09-09'], reason: 'storm' as const },
      ...{ basis: '', status: 'assumed' as const },
    };
    const text = told(
      validateClosures({ ...parts, closures: [{ ...closure, units: ['w:27154@2025-07', 'w:0'] }] }),
    );
    expect(text).toContain('bao-thu: unknown unit w:0');
    expect(text).toContain('bao-thu: 2026-09-02 is not worked anyway');
    expect(text).not.toContain('2026-09-09');
    expect(text).not.toContain('w:27154');
  });

  it('a desk without terms, a class whose clock does not fit its lane', () => {
    const copy = broken((each) => {
      each.serviceLevels.triageClass = 'som';
      const { thuong } = each.serviceLevels.classes;
      if (thuong !== undefined) thuong.resolve = null;
    });
    expect(told(validateServiceLevels(copy))).toContain('triageClass: unknown service class som');
    expect(told(validateServiceLevels(copy))).toContain('thuong: its clock does not fit its lane');
  });

  it('digests for agencies and provinces that do not exist', () => {
    const copy = broken((each) => {
      each.serviceLevels.digest.agencies = { 'ubnd-xa/w:26773@0': 30, nobody: null };
      each.serviceLevels.digest.provinces = { 'p:79@0': 40, 'w:26773@0': 10 };
    });
    const text = told(validateServiceLevels(copy));
    expect(text).toContain('digest: unknown agency nobody');
    expect(text).toContain('digest: unknown province w:26773@0');
    expect(text).not.toContain('ubnd-xa');
    expect(text).not.toContain('p:79@0');
  });

  it('feedback on procedures with another term than its decree has', () => {
    const copy = broken((each) => {
      each.serviceLevels.terms.pakn.amount = 7;
    });
    expect(told(validateServiceLevels(copy))).toContain(
      'pakn: its term to take it up is not that of terms.pakn',
    );
  });

  it('assignments of unknown bodies, of unknown wards, and two at once', () => {
    const copy = broken(({ assignments }) => {
      const [first] = assignments.assignments;
      assignments.assignments.push([...(first ?? [])]);
      assignments.assignments.push(['nobody', 'w:00000@0', 'x', null, null, '', 'assumed']);
    });
    const text = told(validateAssignments(copy));
    expect(text).toContain('two bodies at once');
    expect(text).toContain('unknown agency nobody');
    expect(text).toContain('unknown ward w:00000@0');
    expect(text).toContain('unknown body x');
  });

  it('faults of the units stop the search for faults that rest on them', () => {
    const copy = broken((each) => {
      setUnit(each, 'w:26773@0', { parentId: 'd:000@0' });
    });
    expect(told(validateRegistry(copy))).toContain('unknown parent');
  });
});
