import type { RegistryParts } from '../../../core/registry/parts.js';
import type { Finding } from '../../../core/registry/validate/finding.js';
import { parts } from '../routing/shipped.js';

type Row = unknown[];

export const told = (findings: Finding[]): string =>
  findings.map(({ severity, file, place, what }) => `${severity} ${file} ${place}: ${what}`).join('\n');

/** The shipped data with one file changed in place. */
export const broken = (change: (copy: RegistryParts) => void): RegistryParts => {
  const copy = structuredClone(parts);
  change(copy);
  return copy;
};

const agencyRow = ({ agencies }: RegistryParts, id: string): Row => {
  const row = agencies.agencies.find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no agency ${id}`);
  return row;
};
export const setAgency = (copy: RegistryParts, id: string, change: Record<string, unknown>): void => {
  const row = agencyRow(copy, id);
  for (const [name, value] of Object.entries(change)) row[copy.agencies.columns.indexOf(name)] = value;
};
export const setRule = (copy: RegistryParts, id: string, change: Record<string, unknown>): void => {
  const row = copy.competence.categories.flatMap(({ rules }) => rules).find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no rule ${id}`);
  for (const [name, value] of Object.entries(change)) row[copy.competence.columns.indexOf(name)] = value;
};
export const setUnit = (copy: RegistryParts, id: string, change: Record<string, string | null>): void => {
  const row = copy.units.units.find((each) => each[0] === id);
  if (row === undefined) throw new Error(`no unit ${id}`);
  for (const [name, value] of Object.entries(change))
    row[(copy.units.columns as string[]).indexOf(name)] = value;
};
