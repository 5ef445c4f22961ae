import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Stands for every variable that some function asks for; nothing is called while a module loads. */
export const DUMMIES = {
  STAGE: 'bench',
  PETITIONS_TABLE: 'petitions',
  RESIDENTS_TABLE: 'residents',
  RESIDENT_KEYS_TABLE: 'resident-keys',
  CONTACTS_TABLE: 'contacts',
  REGISTRY_BUCKET: 'registry',
  EVIDENCE_BUCKET: 'evidence',
  NOTICES_QUEUE_URL: 'http://127.0.0.1/notices',
  STATE_MACHINE_ARN: 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:bench',
  FORM_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:form',
  LINK_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:link',
  CODE_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:code',
  LINK_KEY_VERSION: '1',
  VAULT_KEY_ARN: 'arn:aws:kms:ap-southeast-1:000000000000:key/vault',
  SEALED_FILES_TABLE: 'sealed-files',
  SEALED_PERSONS_TABLE: 'sealed-persons',
  SEALED_OBJECTS_BUCKET: 'sealed-objects',
  SEALED_KEY_ARN: 'arn:aws:kms:ap-southeast-1:000000000000:key/sealed',
  MAIL_FROM: 'bench@kien-nghi.example',
  MAIL_CONFIGURATION_SET: 'bench',
  DELIVERY_WATCH_MINUTES: '15',
  PUBLIC_ORIGIN: 'https://kien-nghi.example',
};

const LAMBDA = {
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
};

const PATIENCE_MS = 30_000;

const script = (file: string): string =>
  `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});` +
  `process.stdout.write('\\n'+(performance.now()-t));process.exit(0)`;

/** Milliseconds from the first line of a fresh process to the end of importing a bundle; the start of Node is not in it. */
export const loadOnce = (file: string): number => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script(file)],
    {
      env: { ...DUMMIES, ...LAMBDA },
      encoding: 'utf8',
      timeout: PATIENCE_MS,
    },
  );
  const ms = Number(stdout.split('\n').at(-1));
  if (status !== 0 || !(ms > 0)) throw new Error(`${file} does not load: ${stderr.slice(0, 600)}`);
  return ms;
};
