import { parseArgs } from 'node:util';
import type { Finding } from '../../core/registry/validate/finding.js';
import { validateContacts } from '../../core/registry/validate/validate-contacts.js';
import { buildRegistry } from '../../core/registry/registry.js';
import { validateFiles } from '../../core/registry/validate/validate-files.js';
import { validateRegistry } from '../../core/registry/validate/validate-registry.js';
import { readContactList } from '../read-contacts.js';
import { readParts, readRawParts } from '../read-parts.js';
import { print, type Command } from './command.js';

const contactFindings = (file: string): Finding[] => {
  const { rows, findings } = readContactList(file);
  return [
    ...findings,
    ...validateContacts(buildRegistry(readParts()), rows, { agencies: [], day: '', file }),
  ];
};

/** Findings of the shipped files, and of lists of contacts if any are named. */
export const allFindings = (contactFiles: readonly string[] = []): Finding[] => {
  const form = validateFiles(readRawParts());
  if (form.length > 0) return form;
  return [...validateRegistry(readParts()), ...contactFiles.flatMap(contactFindings)];
};

export const validateCommand: Command = {
  usage: '[--contacts FILE]…',
  about: 'checks the data files; exit code 1 when there is an error',
  run: (args) => {
    const { values } = parseArgs({ args, options: { contacts: { type: 'string', multiple: true } } });
    const findings = allFindings(values.contacts);
    for (const { severity, file, place, what, mend } of findings)
      print(`${severity.toUpperCase()} ${file}: ${place}: ${what}. To mend: ${mend}.`);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    print(`${errors} errors, ${findings.length - errors} warnings`);
    return errors === 0 ? 0 : 1;
  },
};
