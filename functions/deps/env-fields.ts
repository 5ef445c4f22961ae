import * as z from 'zod';

const name = z.string().min(1).max(300);
const arn = z.string().startsWith('arn:').max(500);
/** An ARN in AWS; the local engine refers to secrets by name. Secrets Manager takes both. */
const secretId = name;
const url = z.url().max(500);
const origin = z.url().max(300);
const stageName = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/);
const sender = z.string().min(3).max(320);
const filePath = z.string().max(500).optional();

/** Fields that functions' environments are put together from. What a function does not name, it does not get. */
export const stage = { STAGE: stageName };

export const petitions = { PETITIONS_TABLE: name };

/** The vault: ciphertexts, wrapped data keys and the key that wraps them. */
export const vault = { RESIDENTS_TABLE: name, RESIDENT_KEYS_TABLE: name, VAULT_KEY_ARN: arn };

/** That table alone, for what compares texts and opens none. */
export const residents = { RESIDENTS_TABLE: name };

export const contacts = { CONTACTS_TABLE: name };
export const registry = { REGISTRY_BUCKET: name };
export const evidence = { EVIDENCE_BUCKET: name };
export const noticesQueue = { NOTICES_QUEUE_URL: url };
export const stateMachine = { STATE_MACHINE_ARN: arn };

/** Intake keys, receipts' secrets and form nonces. */
export const formSecret = { FORM_SECRET_ARN: secretId };

/** Ids of officials' links. */
export const linkSecret = { LINK_SECRET_ARN: secretId };

/** Version of that secret: links of another one are dead. */
export const linkKeyVersion = { LINK_KEY_VERSION: z.string().regex(/^\d{1,4}$/) };

/** One-time codes of heads: whoever mails them, and whoever checks them. */
export const codeSecret = { CODE_SECRET_ARN: secretId };

/** Real minutes after which a mail of whose delivery nothing was heard is told to the operator. */
export const deliveryWatch = { DELIVERY_WATCH_MINUTES: z.string().regex(/^\d{1,4}$/) };

export const mail = { MAIL_FROM: sender, MAIL_CONFIGURATION_SET: name };

/** Origin of the site, of the links in mails and of the forms, e.g. `https://kien-nghi.example`. */
export const publicOrigin = { PUBLIC_ORIGIN: origin };

/** Only on the local stage: the file that says what legal time it is. Elsewhere legal time is real time. */
export const clock = { LEGAL_CLOCK_FILE: filePath };

/** Records and histories of denunciations. */
export const sealedFiles = { SEALED_FILES_TABLE: name };

/** Their vault: ciphertexts of texts and of files, and the key that seals them. */
export const sealedVault = { SEALED_PERSONS_TABLE: name, SEALED_OBJECTS_BUCKET: name, SEALED_KEY_ARN: arn };
