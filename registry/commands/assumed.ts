import { parseArgs } from 'node:util';
import { REFUSAL_GROUND_BASIS } from '../../core/petition/refusal-grounds.js';
import { buildRegistry, type Registry } from '../../core/registry/registry.js';
import type { ServiceLevelsFile } from '../../core/registry/service-level.js';
import { readParts } from '../read-parts.js';
import { print, type Command } from './command.js';

const printGrounds = (): void => {
  const grounds = Object.entries(REFUSAL_GROUND_BASIS).filter(([, { status }]) => status !== 'sourced');
  print(`${grounds.length} grounds of a refusal`);
  for (const [ground, { status, basis }] of grounds)
    print(`  ${ground}: ${status}${basis === '' ? '' : ` (${basis})`}`);
};

const printApprovals = (rules: Registry['serviceLevels']['headApproval']['rules']): void => {
  const assumed = rules.filter(({ status }) => status !== 'sourced');
  print(`${assumed.length} rules of a head's approval`);
  for (const { province, agencies, decisions, how, status, basis } of assumed)
    print(
      `  ${province}${agencies === undefined ? '' : ` (${agencies.join(', ')})`}: ${decisions.join(', ')} by ${how}, ${status}${basis === '' ? '' : ` (${basis})`}`,
    );
};

/** When holders are reminded, and from how many open tasks on once a day. */
const printReminders = ({ reminders, digest, classes }: ServiceLevelsFile): void => {
  const own = Object.entries(classes).flatMap(([name, level]) =>
    level.reminders === null ? [] : [{ name: `reminders of ${name}`, ...level.reminders }],
  );
  const plans = [{ name: 'reminders', ...reminders }, ...own, { name: 'digest', ...digest }];
  const open = plans.filter(({ status }) => status !== 'sourced');
  print(`${open.length} plans of reminders`);
  for (const { name, status, basis } of open)
    print(`  ${name}: ${status}${basis === '' ? '' : ` (${basis})`}`);
};

/** Everything that rests on no source: a city confirms or corrects it before use. */
export const assumedCommand: Command = {
  usage: '[--day YYYY-MM-DD]',
  about:
    'lists the rules, agencies, grounds and terms that are only assumed, and plans of reminders, for a city to confirm',
  run: (args) => {
    const { values } = parseArgs({ args, options: { day: { type: 'string' } } });
    const { day } = values;
    const isInForce = (from: string | null, to: string | null) =>
      day === undefined || ((from === null || from <= day) && (to === null || day < to));
    const registry = buildRegistry(readParts());
    const rules = registry
      .categories()
      .flatMap((category) => category.rules)
      .filter(({ status, from, to }) => status === 'assumed' && isInForce(from, to));
    const agencies = registry
      .agencyVersions()
      .filter(({ status, validFrom, validTo }) => status === 'assumed' && isInForce(validFrom, validTo));
    const terms = Object.entries(registry.serviceLevels.classes).flatMap(([name, level]) =>
      (['accept', 'resolve', 'followUp', 'extension'] as const).flatMap((step) => {
        const term = level[step];
        return term === null || term.status === 'sourced' ? [] : [{ name: `${name}.${step}`, ...term }];
      }),
    );
    print(`${rules.length} rules`);
    for (const { id, area, tier, when, lead, note } of rules)
      print(
        `  ${id} (${area}, ${tier}${when === null ? '' : `, ${when}`}) -> ${lead}${note === '' ? '' : `: ${note}`}`,
      );
    print(`${agencies.length} agencies`);
    for (const { id, name, validFrom, note } of agencies)
      print(`  ${id} from ${validFrom ?? 'the beginning'}: ${name}${note === '' ? '' : `: ${note}`}`);
    printApprovals(registry.serviceLevels.headApproval.rules);
    printGrounds();
    printReminders(registry.serviceLevels);
    print(`${terms.length} terms`);
    for (const { name, amount, unit, status, basis } of terms)
      print(`  ${name}: ${amount} ${unit}, ${status}${basis === '' ? '' : ` (${basis})`}`);
    return 0;
  },
};
