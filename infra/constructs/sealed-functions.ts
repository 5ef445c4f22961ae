import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnvSchema as CountDenunciations } from '../../functions/count-denunciations/env.js';
import { EnvSchema as EnterDenunciation } from '../../functions/enter-denunciation/env.js';
import { EnvSchema as ListSealed } from '../../functions/list-sealed/env.js';
import { EnvSchema as SettleSealed } from '../../functions/settle-sealed/env.js';
import { EnvSchema as ShowSealedLane } from '../../functions/show-sealed-lane/env.js';
import { EnvSchema as SubmitDenunciation } from '../../functions/submit-denunciation/env.js';
import { EnvSchema as TrackDenunciation } from '../../functions/track-denunciation/env.js';
import { EnvSchema as UnsealFile } from '../../functions/unseal-file/env.js';
import { EnvSchema as WatchSealed } from '../../functions/watch-sealed/env.js';
import type { Access } from './access.js';
import type { FunctionSpec } from './function-table.js';

/** Loads the registry. */
const ROOMY = 1_024;

/** A denunciation is taken in, whoever enters it. */
const takeIn = (may: Access): PolicyStatement[] => [
  ...may.sealed.startFiles(),
  ...may.readRegistry(),
  ...may.readFormSecret(),
];

/** Denunciations, apart from everything else (docs/adr/0022-sealed-lane.md). Part of function-table.ts. */
export const sealedLane = (may: Access) =>
  ({
    'show-sealed-lane': { env: ShowSealedLane, may: may.readRegistry(), memoryMb: ROOMY },
    'submit-denunciation': { env: SubmitDenunciation, may: takeIn(may), memoryMb: ROOMY },
    'enter-denunciation': { env: EnterDenunciation, may: takeIn(may), memoryMb: ROOMY },
    'track-denunciation': { env: TrackDenunciation, may: may.sealed.readFiles() },
    'count-denunciations': { env: CountDenunciations, may: may.sealed.readCounts() },
    'list-sealed': {
      env: ListSealed,
      may: [
        ...may.sealed.readFiles(),
        ...may.sealed.readHistories(),
        ...may.sealed.listFiles('byBody'),
        ...may.readRegistry(),
      ],
      memoryMb: ROOMY,
    },
    'unseal-file': {
      env: UnsealFile,
      may: [
        ...may.sealed.changeFiles(),
        ...may.sealed.readHistories(),
        ...may.sealed.unseal(),
        ...may.readRegistry(),
      ],
    },
    'settle-sealed': {
      env: SettleSealed,
      may: [...may.sealed.changeFiles(), ...may.readRegistry()],
      memoryMb: ROOMY,
    },
    'watch-sealed': {
      env: WatchSealed,
      may: [
        ...may.sealed.changeFiles(),
        ...may.sealed.listFiles('byOpen'),
        ...may.readContacts(),
        ...may.readRegistry(),
        ...may.sendMail(),
      ],
      memoryMb: ROOMY,
      timeout: Duration.seconds(55),
    },
  }) satisfies Record<string, FunctionSpec>;
