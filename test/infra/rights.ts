import type { Template } from 'aws-cdk-lib/assertions';

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
}

interface PolicyDocument {
  Statement: Statement[];
}

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}

export const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

/** Statements of a role: its inline policies and those attached to it. */
export const statementsOfRole = (template: Template, role: string): Statement[] => {
  const inline = (resourcesOf(template, 'AWS::IAM::Role')[role]?.Properties['Policies'] ?? []) as {
    PolicyDocument: PolicyDocument;
  }[];
  const attached = Object.values(resourcesOf(template, 'AWS::IAM::Policy'))
    .filter(({ Properties }) => JSON.stringify(Properties['Roles']).includes(`"${role}"`))
    .map(({ Properties }) => Properties['PolicyDocument'] as PolicyDocument);
  return [...inline.map(({ PolicyDocument }) => PolicyDocument), ...attached].flatMap(
    ({ Statement }) => Statement,
  );
};

/** Logical id of a function's role. */
export const roleOf = (template: Template, folder: string): string => {
  const found = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).find(({ Properties }) =>
    String(Properties['FunctionName']).endsWith(folder),
  );
  if (found === undefined) throw new Error(`no function ${folder}`);
  return (found.Properties['Role'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
};

/** What a resource is, by a part of its export or logical id. The longer ones first: some names begin alike. */
const NAMES: [part: RegExp, name: string][] = [
  [/SealedFiles.*\/index\/(\w+)/, 'SealedFiles/$1'],
  [/SealedFiles/, 'SealedFiles'],
  [/SealedPersons/, 'SealedPersons'],
  [/sealedkey/, 'sealed-key'],
  [/SealedObjects/, 'sealed-objects'],
  [/ResidentKeys/, 'ResidentKeys'],
  [/Residents/, 'Residents'],
  [/Contacts/, 'Contacts'],
  [/Petitions\w*StreamArn/, 'Petitions/stream'],
  [/Petitions.*\/index\/(\w+)/, 'Petitions/$1'],
  [/Petitions/, 'Petitions'],
  [/Registry/, 'registry'],
  [/Evidence/, 'evidence'],
  [/vaultkey/, 'vault-key'],
  [/datakey/, 'data-key'],
  [/formsecret/, 'form-secret'],
  [/gatewaysecret/, 'gateway-secret'],
  [/linksecret/, 'link-secret'],
  [/codesecret/, 'code-secret'],
  [/:execution:/, 'executions'],
  [/:stateMachine:/, 'machine'],
  [/MailIdentity/, 'identity'],
  [/configuration-set/, 'configuration-set'],
  [/RelayDead/, 'relay-dead'],
  [/QueuesNotices/, 'notices'],
  [/QueuesMailEvents/, 'mail-events'],
];

const nameOf = (resource: unknown): string => {
  const text = JSON.stringify(resource);
  for (const [part, name] of NAMES) {
    const match = part.exec(text);
    if (match !== null) return name.replace('$1', match[1] ?? '');
  }
  return text;
};

/** `PutItem Petitions [PET# HIST#]`: what, on what, for which partitions; `{…}`: these attributes only. */
const lineOf = ({ Action, Resource, Condition }: Statement): string => {
  const actions = list(Action).map((action) => action.replace(/^\w+:/, ''));
  const prefixes = list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []);
  const only =
    prefixes.length === 0 ? '' : ` [${prefixes.map((prefix) => prefix.replace('*', '')).join(' ')}]`;
  const attributes = list(Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes'] ?? []);
  const part = attributes.length === 0 ? '' : ` {${attributes.join(' ')}}`;
  return `${actions.sort().join(',')} ${list(Resource).map(nameOf).sort().join(',')}${only}${part}`;
};

/** Everything a function may do, apart from its own log, traces and the key of tables and files. */
export const rightsOf = (template: Template, folder: string): string[] =>
  statementsOfRole(template, roleOf(template, folder))
    .filter(
      ({ Action, Resource }) =>
        !/^(logs|xray):/.test(String(list(Action)[0])) && nameOf(Resource) !== 'data-key',
    )
    .map(lineOf)
    .sort();

/** Actions that change or remove an item that is there. */
const CHANGES = [
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'PartiQLUpdate',
  'PartiQLDelete',
  'PartiQLInsert',
  '*',
];

export const actionsOn = (service: string, { Action }: Statement): string[] =>
  list(Action)
    .filter((action) => action.startsWith(`${service}:`))
    .map((action) => action.slice(service.length + 1));

/** Actions of a statement that change or remove an item that is there. */
export const changesOf = (statement: Statement): string[] =>
  actionsOn('dynamodb', statement).filter((action) => CHANGES.includes(action));

export const leadingKeys = ({ Condition }: Statement): string[] =>
  list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*']);
