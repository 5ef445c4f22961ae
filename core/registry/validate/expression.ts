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

const faultOf = (registry: Registry, text: string): string | null => {
  if (text === '{superior-of-accused}' || text === 'superior') return null;
  if (text.startsWith('fn:')) {
    const fn = text.slice('fn:'.length);
    return fn === '{category}' || registry.holdersOf(fn).length > 0
      ? null
      : `no agency holds the function ${fn}`;
  }
  const [baseId = '', key] = text.split('/');
  if (registry.versions(baseId).length === 0) return `unknown agency ${baseId}`;
  if (key === undefined || PLACEHOLDERS.includes(key)) return null;
  return registry.unit(key) === undefined ? `unknown unit ${key}` : null;
};

/** What is wrong with a text that names an agency, or null. `a|b` = whichever exists. */
export const expressionFault = (registry: Registry, expression: string): string | null =>
  expression
    .split('|')
    .map((part) => faultOf(registry, part))
    .find((fault) => fault !== null) ?? null;
