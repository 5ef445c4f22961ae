import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { z } from 'zod';
import { EnvSchema as AdvancePetition } from '../../functions/advance-petition/env.js';
import { EnvSchema as AwaitAnswer } from '../../functions/await-answer/env.js';
import { EnvSchema as DecideTask } from '../../functions/decide-task/env.js';
import { EnvSchema as DescribeApi } from '../../functions/describe-api/env.js';
import { EnvSchema as EnterPetition } from '../../functions/enter-petition/env.js';
import { EnvSchema as ExplainJurisdiction } from '../../functions/explain-jurisdiction/env.js';
import { EnvSchema as FollowMain } from '../../functions/follow-main/env.js';
import { EnvSchema as HearResident } from '../../functions/hear-resident/env.js';
import { EnvSchema as ListCategories } from '../../functions/list-categories/env.js';
import { EnvSchema as ListMeetings } from '../../functions/list-meetings/env.js';
import { EnvSchema as ListNotices } from '../../functions/list-notices/env.js';
import { EnvSchema as NextStep } from '../../functions/next-step/env.js';
import { EnvSchema as OpenLink } from '../../functions/open-link/env.js';
import { EnvSchema as ReconcileThreads } from '../../functions/reconcile-threads/env.js';
import { EnvSchema as RecordDelivery } from '../../functions/record-delivery/env.js';
import { EnvSchema as RecordMailEvent } from '../../functions/record-mail-event/env.js';
import { EnvSchema as RecordFailure } from '../../functions/record-failure/env.js';
import { EnvSchema as RecordMeeting } from '../../functions/record-meeting/env.js';
import { EnvSchema as RelayChanges } from '../../functions/relay-changes/env.js';
import { EnvSchema as SearchUnits } from '../../functions/search-units/env.js';
import { EnvSchema as SendNotice } from '../../functions/send-notice/env.js';
import { EnvSchema as ShowMeeting } from '../../functions/show-meeting/env.js';
import { EnvSchema as ShowSignedFile } from '../../functions/show-signed-file/env.js';
import { EnvSchema as SubmitPetition } from '../../functions/submit-petition/env.js';
import { EnvSchema as TrackPetition } from '../../functions/track-petition/env.js';
import type { Access } from './access.js';
import { auditors } from './audit-functions.js';
import { withoutMail } from './desk-functions.js';
import { digests, mailedLinks } from './digest-functions.js';
import type { EngineAccess } from './engine-access.js';
import { sealedLane } from './sealed-functions.js';
import type { EnvSchema } from './kien-nghi-function.js';

/** What links, codes, receipts and messages are made with. */
const mailSecrets = (may: Access): PolicyStatement[] => [
  ...may.readLinkSecret(),
  ...may.readFormSecret(),
  ...may.readCodeSecret(),
  ...may.readGatewaySecret(),
];

export interface FunctionSpec {
  env: EnvSchema;
  may: PolicyStatement[];
  memoryMb?: number;
  timeout?: Duration;
}

type Table = Record<string, FunctionSpec>;

/** Loads the registry and its polygons. */
const ROOMY = 1_024;

/** A petition is taken in, whoever enters it. */
const takeIn = (may: Access): PolicyStatement[] => [
  ...may.startPetitions(),
  ...may.sealFirst(),
  ...may.readRegistry(),
  ...may.putEvidence(),
  ...may.readFormSecret(),
];

/** What residents call. */
const residents = (may: Access) =>
  ({
    'submit-petition': { env: SubmitPetition, may: takeIn(may), memoryMb: ROOMY },
    'track-petition': {
      env: TrackPetition,
      may: [...may.readPetitions(), ...may.openVault(), ...may.readRegistry()],
    },
    'hear-resident': {
      env: HearResident,
      may: [...may.changePetitions(), ...may.sealTexts(), ...may.readRegistry(), ...may.readFormSecret()],
      memoryMb: ROOMY,
    },
    'show-signed-file': {
      env: ShowSignedFile,
      may: [...may.readPetitions(), ...may.getEvidence(), ...may.readFormSecret()],
    },
    'list-categories': { env: ListCategories, may: may.readRegistry() },
    'search-units': { env: SearchUnits, may: may.readRegistry() },
    'explain-jurisdiction': { env: ExplainJurisdiction, may: may.readRegistry(), memoryMb: ROOMY },
    'describe-api': { env: DescribeApi, may: [] },
  }) satisfies Table;

/** What officials reach by a mailed link. */
const officials = (may: Access) =>
  ({
    'open-link': {
      env: OpenLink,
      may: [
        ...may.readPetitions(),
        ...may.readHistory(),
        ...may.compareTexts(),
        ...may.listDuplicates(),
        ...may.readPrecedents(),
        ...may.checkContacts(),
        ...may.choosePosts(),
        ...may.openVault(),
        ...may.readRegistry(),
        ...may.getEvidence(),
        ...may.readFormSecret(),
      ],
      memoryMb: ROOMY,
    },
    'decide-task': {
      env: DecideTask,
      may: [
        ...may.changePetitions(),
        ...may.beginMatters(),
        ...may.readHistory(),
        ...may.compareTexts(),
        ...may.listDuplicates(),
        ...may.keepPrecedents(),
        ...may.checkContacts(),
        ...may.choosePosts(),
        ...may.sealTexts(),
        ...may.readRegistry(),
        ...may.putEvidence(),
        ...may.readFormSecret(),
        ...may.readCodeSecret(),
      ],
      memoryMb: ROOMY,
    },
  }) satisfies Table;

/** What people with a log-in call. */
const staff = (may: Access) =>
  ({
    'enter-petition': { env: EnterPetition, may: takeIn(may), memoryMb: ROOMY },
    'record-meeting': {
      env: RecordMeeting,
      may: [
        ...may.startPetitions(),
        ...may.recordMeetings(),
        ...may.sealFirst(),
        ...may.readRegistry(),
        ...may.readFormSecret(),
      ],
      memoryMb: ROOMY,
      // As long as API Gateway waits: a hundred items are a hundred transactions.
      timeout: Duration.seconds(29),
    },
    'list-meetings': {
      env: ListMeetings,
      may: [...may.listPetitions('byReceived'), ...may.readRegistry()],
    },
    'show-meeting': { env: ShowMeeting, may: [...may.readPetitions(), ...may.readRegistry()] },
    'list-notices': {
      env: ListNotices,
      may: [...may.readNotices(), ...may.openVault()],
    },
    'record-delivery': { env: RecordDelivery, may: [...may.changePetitions(), ...may.readRegistry()] },
  }) satisfies Table;

/** What the workflow calls. */
const tasks = (may: Access, engine: EngineAccess) =>
  ({
    'next-step': { env: NextStep, may: [...may.changePetitions(), ...may.readRegistry()] },
    'await-answer': { env: AwaitAnswer, may: [...may.changeThreads(), ...engine.answerTokens()] },
    'advance-petition': {
      env: AdvancePetition,
      may: [...may.changePetitions(), ...may.readRegistry()],
      memoryMb: ROOMY,
      timeout: Duration.seconds(30),
    },
    'follow-main': {
      env: FollowMain,
      may: [...may.changePetitions(), ...may.readHistory(), ...may.sealTexts(), ...may.readRegistry()],
      memoryMb: ROOMY,
      timeout: Duration.seconds(30),
    },
    'record-failure': { env: RecordFailure, may: may.changeThreads() },
  }) satisfies Table;

/** What streams, queues and the minute call. */
const machinery = (may: Access, engine: EngineAccess) =>
  ({
    'relay-changes': {
      env: RelayChanges,
      may: [
        ...may.changeThreads(),
        ...may.listThreads(),
        ...engine.readStream(),
        ...engine.runExecutions(),
        ...engine.answerTokens(),
        ...engine.queueNotices(),
      ],
      timeout: Duration.seconds(60),
    },
    'reconcile-threads': {
      env: ReconcileThreads,
      may: [
        ...may.wakeDuplicates(),
        ...may.walkRelease(),
        ...may.settleNotices(),
        ...may.listPetitions('byWake'),
        ...may.readRegistry(),
        ...engine.runExecutions(),
        ...engine.answerTokens(),
        ...engine.queueNotices(),
      ],
      memoryMb: ROOMY,
      timeout: Duration.minutes(5),
    },
    'send-notice': {
      env: SendNotice,
      may: [
        ...may.changePetitions(),
        ...may.readHistory(),
        ...mailedLinks(may),
        ...may.openVault(),
        ...may.readContacts(),
        ...may.readRegistry(),
        ...mailSecrets(may),
        ...may.sendMail(),
        ...engine.takeNotices(),
      ],
      timeout: Duration.seconds(60),
    },
    'record-mail-event': {
      env: RecordMailEvent,
      may: [
        ...may.changePetitions(),
        ...may.readHistory(),
        ...may.readContacts(),
        ...may.markContacts(),
        ...may.readRegistry(),
        ...engine.takeMailEvents(),
      ],
      memoryMb: ROOMY,
      timeout: Duration.seconds(10),
    },
  }) satisfies Table;

/** Every function: what it is told and what it may do. The whole of the application's rights is in this table. */
export const functionTable = (may: Access, engine: EngineAccess) => ({
  ...residents(may),
  ...officials(may),
  ...digests(may),
  ...staff(may),
  ...withoutMail(may),
  ...auditors(may),
  ...sealedLane(may),
  ...tasks(may, engine),
  ...machinery(may, engine),
});

type Functions = ReturnType<typeof functionTable>;
export type FunctionName = keyof Functions;

type All<Union> = (Union extends unknown ? (part: Union) => void : never) extends (whole: infer Whole) => void
  ? Whole
  : never;

/** Every variable that some function asks for. */
export type Environment = All<z.infer<Functions[FunctionName]['env']>>;
