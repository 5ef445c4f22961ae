import { EnvSchema as FindDuplicates } from '../../functions/find-duplicates/env.js';
import { EnvSchema as FindPetitions } from '../../functions/find-petitions/env.js';
import { EnvSchema as RecordMessageReceipt } from '../../functions/record-message-receipt/env.js';
import { EnvSchema as RecoverCode } from '../../functions/recover-code/env.js';
import { EnvSchema as ShowLetter } from '../../functions/show-letter/env.js';
import type { Access } from './access.js';
import type { FunctionSpec } from './function-table.js';

/** Loads the registry. */
const ROOMY = 1_024;

/** For residents without e-mail: what the gateway reports, letters, and lost codes. Part of function-table.ts. */
export const withoutMail = (may: Access) =>
  ({
    'record-message-receipt': {
      env: RecordMessageReceipt,
      may: [
        ...may.changePetitions(),
        ...may.readHistory(),
        ...may.readRegistry(),
        ...may.readGatewaySecret(),
      ],
      memoryMb: ROOMY,
    },
    'show-letter': {
      env: ShowLetter,
      may: [...may.readPetitions(), ...may.openVault(), ...may.readRegistry()],
      memoryMb: ROOMY,
    },
    'find-petitions': {
      env: FindPetitions,
      may: [
        ...may.readPetitions(),
        ...may.findByContact(),
        ...may.openVault(),
        ...may.noteSearches(),
        ...may.readRegistry(),
        ...may.readFormSecret(),
      ],
    },
    'find-duplicates': {
      env: FindDuplicates,
      may: [...may.readPetitions(), ...may.compareTexts(), ...may.readRegistry()],
    },
    'recover-code': {
      env: RecoverCode,
      may: [
        ...may.changePetitions(),
        ...may.readHistory(),
        ...may.sealTexts(),
        ...may.noteSearches(),
        ...may.readRegistry(),
        ...may.readFormSecret(),
      ],
      memoryMb: ROOMY,
    },
  }) satisfies Record<string, FunctionSpec>;
