import { parseArgs } from 'node:util';
import { z } from 'zod';
import { coverage, type CoverageGap } from '../../core/registry/coverage.js';
import { groupBy } from '../../core/registry/lazy.js';
import { buildRegistry } from '../../core/registry/registry.js';
import { UnitIdSchema } from '../../core/registry/unit.js';
import { DaySchema } from '../../core/registry/validity.js';
import { readParts } from '../read-parts.js';
import { print, type Command } from './command.js';

const OptionsSchema = z.strictObject({
  province: UnitIdSchema,
  day: DaySchema,
  json: z.boolean().default(false),
});

const SHOWN = 5;

const line = (gaps: CoverageGap[]): string => {
  const [first] = gaps;
  const names = gaps.slice(0, SHOWN).map(({ unitName }) => unitName);
  const more = gaps.length > SHOWN ? `, and ${gaps.length - SHOWN} more` : '';
  return `${first?.kind ?? ''}: ${first?.why ?? ''} ${gaps.length} wards: ${names.join(', ')}${more}`;
};

export const coverageCommand: Command = {
  usage: '--province UNIT --day YYYY-MM-DD [--json]',
  about: 'lists every ward and category that ends at the reception desk, and why',
  run: (args) => {
    const { values } = parseArgs({
      args,
      options: { province: { type: 'string' }, day: { type: 'string' }, json: { type: 'boolean' } },
    });
    const { province, day, json } = OptionsSchema.parse(values);
    const found = coverage(buildRegistry(readParts()), province, day);
    if (json) {
      print(JSON.stringify(found, null, 1));
      return 0;
    }
    print(
      `${province} on ${day}: ${found.wards} wards, ${found.categories} categories, ${found.gaps.length} gaps`,
    );
    for (const [key, gaps] of groupBy(
      found.gaps,
      (gap) => `${gap.category} ${gap.condition ?? ''} ${gap.why}`,
    )) {
      const [category, condition] = key.split(' ');
      print(`${category ?? ''}${condition === '' ? '' : ` (${condition ?? ''})`}: ${line(gaps)}`);
    }
    return 0;
  },
};
