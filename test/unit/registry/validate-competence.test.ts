import { describe, expect, it } from 'vitest';
import type { RegistryParts } from '../../../core/registry/parts.js';
import { validateAgencies } from '../../../core/registry/validate/validate-agencies.js';
import { validateRules } from '../../../core/registry/validate/validate-rules.js';
import { broken, setAgency, setRule, told } from './broken.js';

describe('agencies', { timeout: 60_000 }, () => {
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

describe('rules', { timeout: 60_000 }, () => {
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
