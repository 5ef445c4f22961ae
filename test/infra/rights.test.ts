import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PREFIX } from '../../adapters/dynamodb/layout.js';
import { functionFolders } from '../../infra/bundle.js';
import { RIGHTS } from './rights-table.js';
import {
  actionsOn,
  changesOf,
  leadingKeys,
  list,
  resourcesOf,
  rightsOf,
  roleOf,
  statementsOfRole,
  type Statement,
} from './rights.js';
import { synthesise } from './templates.js';

const { application } = synthesise('prod');

/** What a variable of the environment is good for. */
const RIGHT_OF: Record<string, RegExp> = {
  PETITIONS_TABLE: /Petitions(?!\/stream)/,
  RESIDENTS_TABLE: /Residents/,
  RESIDENT_KEYS_TABLE: /ResidentKeys/,
  CONTACTS_TABLE: /Contacts/,
  VAULT_KEY_ARN: /vault-key/,
  SEALED_FILES_TABLE: /SealedFiles/,
  SEALED_PERSONS_TABLE: /SealedPersons/,
  SEALED_KEY_ARN: /sealed-key/,
  SEALED_OBJECTS_BUCKET: /sealed-objects/,
  REGISTRY_BUCKET: /registry/,
  EVIDENCE_BUCKET: /evidence/,
  FORM_SECRET_ARN: /form-secret/,
  LINK_SECRET_ARN: /link-secret/,
  CODE_SECRET_ARN: /code-secret/,
  NOTICES_QUEUE_URL: /notices/,
  STATE_MACHINE_ARN: /machine/,
  MAIL_CONFIGURATION_SET: /configuration-set/,
};

/** Of denunciations. */
const INTAKES = ['enter-denunciation', 'submit-denunciation'];

/** A token names its machine, and Lambda takes messages from the queue by itself. */
const KNOWN_OTHERWISE: Record<string, string[]> = {
  'await-answer': ['STATE_MACHINE_ARN'],
  'send-notice': ['NOTICES_QUEUE_URL'],
};

const FUNCTIONS = join(import.meta.dirname, '..', '..', 'functions');

const everyStatement = (): { role: string; statement: Statement }[] =>
  Object.keys(resourcesOf(application, 'AWS::IAM::Role')).flatMap((role) =>
    statementsOfRole(application, role).map((statement) => ({ role, statement })),
  );

describe('rights of the functions', () => {
  it('every function is in the table above and has its own role', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual(functionFolders().sort());
    const roles = functionFolders().map((folder) => roleOf(application, folder));
    expect(new Set(roles).size).toBe(roles.length);
  });

  it.each(functionFolders())('%s may do what it needs and nothing else', (folder) => {
    expect(rightsOf(application, folder)).toEqual(RIGHTS[folder]);
  });

  it.each(functionFolders())(
    '%s is told where everything is that it may use, and may use what it is told of',
    async (folder) => {
      const { EnvSchema } = (await import(join(FUNCTIONS, folder, 'env.ts'))) as {
        EnvSchema: { shape: object };
      };
      const rights = rightsOf(application, folder).join('\n');
      for (const [variable, right] of Object.entries(RIGHT_OF)) {
        if (KNOWN_OTHERWISE[folder]?.includes(variable) === true) continue;
        expect(right.test(rights), variable).toBe(variable in EnvSchema.shape);
      }
    },
  );

  it('a history is put and read, never updated, deleted or overwritten by rights of another prefix', () => {
    for (const { role, statement } of everyStatement()) {
      const changes = changesOf(statement);
      for (const pattern of changes.length === 0 ? [] : leadingKeys(statement)) {
        const reaches = pattern === '*' || PREFIX.history.startsWith(pattern.replace('*', ''));
        expect(reaches || pattern.startsWith(PREFIX.history), `${role} ${changes.join()} ${pattern}`).toBe(
          false,
        );
      }
    }
  });

  it('nobody deletes items or scans tables', () => {
    const actions = everyStatement().flatMap(({ statement }) => actionsOn('dynamodb', statement));
    expect(actions).not.toContain('DeleteItem');
    expect(actions).not.toContain('BatchWriteItem');
    expect(actions).not.toContain('Scan');
  });

  it('no action is a wildcard', () => {
    const actions = everyStatement().flatMap(({ statement }) => list(statement.Action));
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('only traces and log delivery, which have no resources, are allowed on everything', () => {
    const open = everyStatement().filter(({ statement }) => list(statement.Resource).includes('*'));
    const services = open
      .flatMap(({ statement }) => list(statement.Action))
      .map((action) => action.split(':')[0]);
    expect([...new Set(services)].sort()).toEqual(['logs', 'xray']);
    const machine = open
      .filter(({ statement }) => actionsOn('logs', statement).length > 0)
      .map(({ role }) => role);
    expect(machine.every((role) => role.startsWith('WorkflowMachineRole'))).toBe(true);
  });

  it('the keys are used through their service or for the vault only', () => {
    for (const { role, statement } of everyStatement()) {
      if (actionsOn('kms', statement).length === 0) continue;
      const equals = statement.Condition?.['StringEquals'] ?? {};
      expect(Object.keys(equals), role).toEqual([
        expect.stringMatching(/^kms:(ViaService|EncryptionContext:purpose)$/) as string,
      ]);
    }
  });

  it('only record-mail-event touches contacts, and nothing of them but that a mailbox is dead', () => {
    const touching = everyStatement().filter(
      ({ statement }) =>
        changesOf(statement).length > 0 && JSON.stringify(statement.Resource).includes('Contacts'),
    );
    expect(touching.map(({ role }) => role)).toEqual([roleOf(application, 'record-mail-event')]);
    expect(touching[0]?.statement.Condition).toMatchObject({
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'addressSince', 'bouncedOn'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
    });
  });

  it('whoever checks a link sees neither names nor addresses of contacts, whatever it asks for', () => {
    for (const folder of ['open-link', 'decide-task', 'open-digest', 'accept-tasks']) {
      const [statement, posts, ...others] = statementsOfRole(application, roleOf(application, folder)).filter(
        ({ Resource }) => JSON.stringify(Resource).includes('Contacts'),
      );
      expect(others).toEqual([]);
      expect(statement?.Condition).toEqual({
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'addressSince'] },
        StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      });
      const seesPosts = ['open-link', 'decide-task'].includes(folder);
      expect(posts !== undefined).toBe(seesPosts);
      if (!seesPosts) continue;
      expect(posts?.Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AGENCY#*'] },
        'ForAllValues:StringEquals': {
          'dynamodb:Attributes': ['pk', 'sk', 'id', 'role', 'position', 'addressSince', 'bouncedOn'],
        },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      });
    }
  });

  it('denunciations: the intakes lock, one other function opens, and nobody else of the app knows their tables', () => {
    const withRight = (pattern: RegExp) =>
      functionFolders().filter((folder) => rightsOf(application, folder).some((line) => pattern.test(line)));
    expect(withRight(/sealed-key/)).toEqual([...INTAKES, 'unseal-file']);
    expect(withRight(/Decrypt.* sealed-key/)).toEqual(['unseal-file']);
    expect(withRight(/GenerateDataKey.* sealed-key/)).toEqual(INTAKES);
    expect(withRight(/GetObject .*sealed-objects/)).toEqual(['unseal-file']);
    expect(withRight(/PutObject sealed-objects/)).toEqual(INTAKES);
    expect(withRight(/sealed-objects/)).toEqual([...INTAKES, 'unseal-file']);
    for (const folder of INTAKES) expect(rightsOf(application, folder).join()).not.toContain('evidence');
    expect(withRight(/GetItem.*SealedPersons/)).toEqual(['unseal-file']);
    expect(withRight(/PutItem.*SealedPersons/)).toEqual(INTAKES);
    expect(withRight(/SealedFiles/)).toEqual([
      'count-denunciations',
      'enter-denunciation',
      'list-sealed',
      'settle-sealed',
      'submit-denunciation',
      'track-denunciation',
      'unseal-file',
      'watch-sealed',
    ]);
    for (const folder of withRight(/Sealed/))
      expect(rightsOf(application, folder).join(), folder).not.toMatch(
        /Petitions|Residents|vault-key|notices/,
      );
  });

  it('only send-notice derives links; it and the watch of denunciations send mails; only the three intakes and the split make keys for the vault', () => {
    const withRight = (pattern: RegExp) =>
      functionFolders().filter((folder) => rightsOf(application, folder).some((line) => pattern.test(line)));
    expect(withRight(/link-secret/)).toEqual(['send-notice']);
    expect(withRight(/code-secret/)).toEqual(['decide-task', 'send-notice']);
    expect(withRight(/SendEmail/)).toEqual(['send-notice', 'watch-sealed']);
    expect(withRight(/GenerateDataKey.* vault-key/)).toEqual([
      'decide-task',
      'enter-petition',
      'record-meeting',
      'submit-petition',
    ]);
    expect(withRight(/StartExecution/)).toEqual(['reconcile-threads', 'relay-changes']);
  });
});
