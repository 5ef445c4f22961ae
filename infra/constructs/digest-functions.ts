import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnvSchema as AcceptTasks } from '../../functions/accept-tasks/env.js';
import { EnvSchema as OpenDigest } from '../../functions/open-digest/env.js';
import type { Access } from './access.js';
import type { FunctionSpec } from './function-table.js';

/** Loads the registry. */
const ROOMY = 1_024;

/** The list that the link of a digest opens; no text of any person. Part of function-table.ts. */
export const digests = (may: Access) =>
  ({
    'open-digest': {
      env: OpenDigest,
      may: [
        ...may.readPetitions(),
        ...may.listPetitions('byHolder'),
        ...may.checkContacts(),
        ...may.readRegistry(),
        ...may.readFormSecret(),
      ],
      memoryMb: ROOMY,
    },
    'accept-tasks': {
      env: AcceptTasks,
      may: [...may.changePetitions(), ...may.checkContacts(), ...may.readRegistry(), ...may.readFormSecret()],
      memoryMb: ROOMY,
    },
  }) satisfies Record<string, FunctionSpec>;

/** Links of tasks and of digests, as the mails carry them, and what a digest tells of the agency's tasks. */
export const mailedLinks = (may: Access): PolicyStatement[] => [
  ...may.writeLinks(),
  ...may.openDigests(),
  ...may.listPetitions('byHolder'),
];
