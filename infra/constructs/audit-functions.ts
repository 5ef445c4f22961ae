import { EnvSchema as ListHoldings } from '../../functions/list-holdings/env.js';
import { EnvSchema as ListPetitions } from '../../functions/list-petitions/env.js';
import { EnvSchema as ShowHistory } from '../../functions/show-history/env.js';
import { EnvSchema as ShowPetition } from '../../functions/show-petition/env.js';
import { EnvSchema as VerifyPetition } from '../../functions/verify-petition/env.js';
import type { Access } from './access.js';
import type { FunctionSpec } from './function-table.js';

/** What auditors ask: nothing of it may write, none may read a text of a person. Part of function-table.ts. */
export const auditors = (may: Access) =>
  ({
    'list-petitions': {
      env: ListPetitions,
      // The secret seals the cursors, so that they hold for their own query only.
      may: [
        ...may.listPetitions('byReceived', 'byClosed', 'byHolder', 'byUnit', 'byLateness'),
        ...may.readFormSecret(),
      ],
    },
    'list-holdings': {
      env: ListHoldings,
      may: [...may.listPetitions('byHolder'), ...may.readHistory(), ...may.readFormSecret()],
    },
    'show-petition': {
      env: ShowPetition,
      may: [...may.readPetitions(), ...may.readHistory(), ...may.readRegistry()],
    },
    'show-history': { env: ShowHistory, may: may.readHistory() },
    'verify-petition': { env: VerifyPetition, may: [...may.readPetitions(), ...may.readHistory()] },
  }) satisfies Record<string, FunctionSpec>;
