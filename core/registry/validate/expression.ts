import type { Registry } from '../registry.js';

const PLACEHOLDERS = [
  '{ward}',
  '{district}',
  '{province}',
  '{by-place}',
  '{unit}',
  '{parent}',
  '{zone}',
  '{lineage}',
];

const functionFault = (registry: Registry, fn: string): string | null =>
  fn === '{category}' || registry.holdersOf(fn).length > 0 ? null : `no agency holds the function ${fn}`;

const agencyFault = (registry: Registry, text: string): string | null => {
  const [baseId = '', key] = text.split('/');
  if (registry.versions(baseId).length === 0) return `unknown agency ${baseId}`;
  const isKnown = key === undefined || PLACEHOLDERS.includes(key) || registry.unit(key) !== undefined;
  return isKnown ? null : `unknown unit ${key}`;
};

const faultOf = (registry: Registry, text: string): string | null => {
  if (text === '{superior-of-accused}' || text === 'superior') return null;
  return text.startsWith('fn:')
    ? functionFault(registry, text.slice('fn:'.length))
    : agencyFault(registry, text);
};

/** What is wrong with a text that names an agency, or null. `a|b` = whichever exists. */
export const expressionFault = (registry: Registry, expression: string): string | null =>
  expression
    .split('|')
    .map((part) => faultOf(registry, part))
    .find((fault) => fault !== null) ?? null;
