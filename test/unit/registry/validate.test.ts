import { describe, expect, it } from 'vitest';
import type { RegistryParts } from '../../../core/registry/parts.js';
import type { Finding } from '../../../core/registry/validate/finding.js';
import { validateAgencies } from '../../../core/registry/validate/validate-agencies.js';
import { validateFiles } from '../../../core/registry/validate/validate-files.js';
import { validateRegistry } from '../../../core/registry/validate/validate-registry.js';
import { validateRules } from '../../../core/registry/validate/validate-rules.js';
import {
  validateAssignments,
  validateCalendars,
  validateServiceLevels,
} from '../../../core/registry/validate/validate-service.js';
import { validateUnits } from '../../../core/registry/validate/validate-units.js';
import { readRawParts } from '../../../registry/read-parts.js';
import { parts } from '../routing/shipped.js';

type Row = unknown[];

const told = (findings: Finding[]): string =>
  findings.map(({ severity, file, place, what }) => `${severity} ${file} ${place}: ${what}`).join('\n');

/** The shipped data with one file changed in place. */
const broken = (change: (copy: RegistryParts) => void): RegistryParts => {
  const copy = structuredClone(parts);
  change(copy);
  return copy;
};

const agencyRow = ({ agencies }: RegistryParts, id: string): Row => {
  const row = agencies.agencies.find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no agency ${id}`);
  return row;
};
const setAgency = (copy: RegistryParts, id: string, change: Record<string, unknown>): void => {
  const row = agencyRow(copy, id);
  for (const [name, value] of Object.entries(change)) row[copy.agencies.columns.indexOf(name)] = value;
};
const setRule = (copy: RegistryParts, id: string, change: Record<string, unknown>): void => {
  const row = copy.competence.categories.flatMap(({ rules }) => rules).find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no rule ${id}`);
  for (const [name, value] of Object.entries(change)) row[copy.competence.columns.indexOf(name)] = value;
};
const setUnit = (copy: RegistryParts, id: string, change: Record<string, string | null>): void => {
  const row = copy.units.units.find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no unit ${id}`);
  for (const [name, value] of Object.entries(change)) row[copy.units.columns.indexOf(name)] = value;
};

describe('the shipped data', () => {
  it('have no error; the provisional year is told', () => {
    expect(validateFiles(readRawParts())).toEqual([]);
    const findings = validateRegistry(parts);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(told(findings)).toContain('2027.json: provisional');
  });
});

describe('files', () => {
  it('with unknown or missing fields are refused with the place', () => {
    const raw = { ...readRawParts(), serviceLevels: { note: '', extra: 1 } };
    expect(told(validateFiles(raw))).toMatch(/error service-levels.json.*\n?/);
    expect(told(validateFiles(raw))).toContain('extra');
  });
});

describe('units and lineage', () => {
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

describe('agencies', () => {
  const faults = (change: (copy: RegistryParts) => void) => told(validateAgencies(broken(change)));
  it.each<[string, (copy: RegistryParts) => void, string]>([
    [
      'a row in another form',
      (copy) => {
        setAgency(copy, 'so-gtvt-hcm', { status: 'maybe' });
      },
      'agencies.json so-gtvt-hcm / status',
    ],
    [
      'an area that nobody understands',
      (copy) => {
        setAgency(copy, 'so-gtvt-hcm', { areaUnitPattern: 'the city' });
      },
      'areaUnitPattern not understood',
    ],
    [
      'an area that does not exist',
      (copy) => {
        setAgency(copy, 'so-gtvt-hcm', { areaUnitPattern: 'unit:p:00@0' });
      },
      'unknown unit p:00@0',
    ],
    [
      'an unknown superior',
      (copy) => {
        setAgency(copy, 'so-gtvt-hcm', { superior: 'nobody/p:79@0' });
      },
      'unknown agency nobody',
    ],
    [
      'an unknown successor',
      (copy) => {
        setAgency(copy, 'so-gtvt-hcm', { successors: [['nobody', 'whole', '']] });
      },
      'unknown agency nobody',
    ],
    [
      'versions that overlap',
      (copy) => {
        setAgency(copy, 'so-xd-hcm', { validTo: '2025-04-01' });
      },
      'its validity overlaps so-xd-hcm from 2025-03-01',
    ],
    [
      'two holders of one function',
      (copy) => {
        setAgency(copy, 'so-y-te-hcm', { functions: ['giao-thong'] });
      },
      'so-gtvt-hcm and so-y-te-hcm both hold it in p:79@0 on 2021-01-01',
    ],
    [
      'superiors in a circle',
      (copy) => {
        setAgency(copy, 'ubnd-tinh', { superior: 'van-phong-ubnd-tinh/{unit}' });
      },
      'the superiors run in a circle',
    ],
    [
      'no last owner',
      (copy) => {
        copy.agencies.agencies = copy.agencies.agencies.filter(([id]) => id !== 'chu-tich-tinh');
      },
      'chu-tich-tinh/p:01@0: does not exist on 2021-01-01',
    ],
    [
      'no reception desk',
      (copy) => {
        setAgency(copy, 'ban-tiep-nhan', { validTo: '2026-01-01' });
      },
      'ban-tiep-nhan/p:79@2025-07: does not exist on 2026-01-01',
    ],
  ])('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected);
  });
});

describe('rules', () => {
  const faults = (change: (copy: RegistryParts) => void) => told(validateRules(broken(change)));
  it.each<[string, (copy: RegistryParts) => void, string]>([
    [
      'without a status',
      (copy) => {
        setRule(copy, 'TTDT-1', { status: '' });
      },
      'competence.json TTDT-1 / status',
    ],
    [
      'without a basis',
      (copy) => {
        setRule(copy, 'TTDT-1', { basis: '', source: [] });
      },
      'TTDT-1: sourced, but neither basis nor source',
    ],
    [
      'with an unknown source',
      (copy) => {
        setRule(copy, 'TTDT-1', { source: ['HEARSAY'] });
      },
      'TTDT-1: unknown source HEARSAY',
    ],
    [
      'with an unknown lead',
      (copy) => {
        setRule(copy, 'TTDT-1', { lead: 'nobody/{ward}' });
      },
      'TTDT-1: unknown agency nobody',
    ],
    [
      'with a function that nobody holds',
      (copy) => {
        setRule(copy, 'TTDT-1', { support: ['fn:bay-len-troi'] });
      },
      'no agency holds the function bay-len-troi',
    ],
    [
      'with an unknown unit',
      (copy) => {
        setRule(copy, 'TTDT-1', { escalate: 'ubnd-tinh/p:00@0' });
      },
      'TTDT-1: unknown unit p:00@0',
    ],
    [
      'with an unknown condition',
      (copy) => {
        setRule(copy, 'TTDT-5', { when: 'troi-mua' });
      },
      'TTDT-5: unknown condition troi-mua',
    ],
    [
      'with an unknown area',
      (copy) => {
        setRule(copy, 'TTDT-5', { area: 'HN' });
      },
      'TTDT-5: unknown area HN',
    ],
    [
      'that overlap',
      (copy) => {
        setRule(copy, 'TTDT-11', { to: null });
      },
      'TTDT-11: overlaps TTDT-12',
    ],
    [
      'that leave a day without a lead',
      (copy) => {
        copy.competence.categories = copy.competence.categories.map((each) =>
          each.code === 'DIEN' ? { ...each, rules: each.rules.filter(([id]) => id === 'DIEN-1') } : each,
        );
      },
      'DIEN: nobody leads on 2021-01-01 in p:01@0',
    ],
    [
      'of a class that does not exist',
      (copy) => {
        copy.competence.categories = copy.competence.categories.map((each) => ({
          ...each,
          serviceClass: 'som',
        }));
      },
      'TTDT: unknown service class som',
    ],
    [
      'of a class of the other lane',
      (copy) => {
        copy.competence.categories = copy.competence.categories.map((each) => ({
          ...each,
          serviceClass: 'khong-ky-han',
        }));
      },
      'TTDT: class khong-ky-han belongs to the other lane',
    ],
  ])('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected);
  });
});

describe('calendars, terms and assignments', () => {
  it('a year missing, twice or none at all', () => {
    const years = (list: number[]) => ({
      ...parts,
      calendars: list.flatMap((year) => parts.calendars.filter((each) => each.year === year)),
    });
    expect(told(validateCalendars(years([2021, 2023])))).toContain('2022.json: the year is missing');
    expect(told(validateCalendars(years([2021, 2021])))).toContain('2021.json: the year is given twice');
    expect(told(validateCalendars(years([])))).toContain('no year at all');
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
