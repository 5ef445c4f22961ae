import { createKmsClient } from '../../adapters/vault/client.js';
import type { PetitionTables } from '../../adapters/dynamodb/tables.js';
import { DynamoVaultItems } from '../../adapters/dynamodb/vault-items.js';
import { EnvelopeVault } from '../../adapters/vault/envelope-vault.js';
import { KmsWrappingKeys } from '../../adapters/vault/wrapping-keys.js';
import { ForbiddenError } from '../../core/errors.js';
import type { FileStore } from '../../core/ports/files.js';
import type { Vault } from '../../core/ports/vault.js';

export const createVault = (env: { VAULT_KEY_ARN: string }, tables: PetitionTables): Vault =>
  new EnvelopeVault({
    items: new DynamoVaultItems(tables),
    wrappingKeys: new KmsWrappingKeys(createKmsClient(), env.VAULT_KEY_ARN),
  });

const refuse = (): Promise<never> => Promise.reject(new ForbiddenError());

/** For functions that have no right to the vault: whatever asks it is a mistake, and fails. */
export const closedVault: Vault = {
  sealFirst: refuse,
  sealTexts: refuse,
  digest: refuse,
  openFile: refuse,
  openTexts: refuse,
};

/** For intakes that take no files. */
export const closedFiles: FileStore = { put: refuse, get: refuse };
