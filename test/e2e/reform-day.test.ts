import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseNoticeItem } from '../../adapters/dynamodb/notice-item.js';
import { parsePetitionItem } from '../../adapters/dynamodb/petition-item.js';
import { parseThreadItem } from '../../adapters/dynamodb/thread-item.js';
import { publishRelease } from '../../adapters/publish-release.js';
import { S3RegistryObjects } from '../../adapters/s3/registry-objects.js';
import type { Petition } from '../../core/petition/petition.js';
import { endOfTenure } from '../../core/petition/tenure.js';
import type { StoredNotice } from '../../core/ports/notices.js';
import { RELEASE_AGE_SECONDS } from '../../core/ports/registers.js';
import type { Thread } from '../../core/ports/thread-store.js';
import type { RegistryParts } from '../../core/registry/parts.js';
import { buildRegistry } from '../../core/registry/registry.js';
import { buildRelease } from '../../core/registry/release.js';
import { jurisdictionOf } from '../../core/routing/jurisdiction-of.js';
import { plusMs, startOfDay, type Instant } from '../../core/time.js';
import { ENGINE_REGION } from '../../local/engine/process.js';
import { asKnownOn } from '../support/as-known-on.js';
import { vn } from '../support/instants.js';
import { REFORMS, type ReformCase, type ReformMatter } from '../support/reform-cases.js';
import { reformParts } from '../support/reform-registries.js';
import { useSystem } from '../support/system.js';

/**
 * Petitions of each day. The engine carries every one through relay, executions, tasks and mails as AWS would, on one
 * machine; the thousands are in test/workflows/reform-rehearsal.test.ts, which runs the same functions on virtual time.
 */
const PETITIONS = 10;
const MINUTE_MS = 60_000;
const [FIRST, DISTRICTS, , BOARDS] = REFORMS as [ReformCase, ReformCase, ReformCase, ReformCase];

const parts = reformParts();
const today = jurisdictionOf(buildRegistry(parts), 'today');
const under = useSystem(FIRST.opened);

const config = () => ({
  endpoint: under.system.engine.endpoint,
  region: ENGINE_REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

const publish = async (release: RegistryParts): Promise<void> => {
  const client = new S3Client({ ...config(), forcePathStyle: true });
  const bucket = new S3RegistryObjects(client, under.system.app.registryBucket);
  expect(await publishRelease(bucket, buildRelease(release, 'rehearsal'))).toBe(true);
};

/** Legal time jumps and everything that is due by then is done. */
const leapTo = async (at: Instant): Promise<void> => {
  under.system.clock.jumpTo(at);
  await under.system.jumpTo(at);
};

interface Stored {
  petitions: Map<string, Petition>;
  threads: Map<string, Thread>;
  notices: StoredNotice[];
}

const readTable = async (): Promise<Stored> => {
  const stored: Stored = { petitions: new Map(), threads: new Map(), notices: [] };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config()));
  for await (const { Items = [] } of paginateScan({ client }, { TableName: under.system.app.petitionsTable }))
    for (const item of Items) {
      const sk = String(item['sk']);
      if (sk === 'META') {
        const petition = parsePetitionItem(item);
        stored.petitions.set(petition.id, petition);
      } else if (sk.startsWith('THREAD#')) {
        const thread = parseThreadItem(item);
        stored.threads.set(thread.petitionId, thread);
      } else if (sk.startsWith('NOTICE#')) stored.notices.push(parseNoticeItem(item));
    }
  return stored;
};

interface HandedIn {
  code: string;
  matter: ReformMatter;
}

const handIn = async ({ matters }: ReformCase): Promise<HandedIn[]> => {
  const token = await under.client.token('operator');
  const submitOne = async (n: number): Promise<HandedIn> => {
    const matter = matters[n % matters.length];
    if (matter === undefined) throw new Error('no matter');
    const { category, unit, conditions, receivedBy } = matter;
    const answer = await under.client.enter(
      {
        ...{ category, unit, conditions, receivedBy, consent: true },
        description: 'Kiến nghị để diễn tập ngày sắp xếp lại tổ chức.',
        submitter: { kind: 'person', name: 'Người Thử Nghiệm', email: `dan-${n}@cu-dan.example` },
      },
      token,
    );
    expect(answer.status).toBe(202);
    return { code: ((await answer.json()) as { code: string }).code, matter };
  };
  const handedIn: HandedIn[] = [];
  for (let n = 0; n < PETITIONS; n += 5)
    handedIn.push(...(await Promise.all([0, 1, 2, 3, 4].map((i) => submitOne(n + i)))));
  await under.system.jumpTo(under.system.clock.now());
  return handedIn;
};

const byCode = ({ petitions }: Stored): Map<string, Petition> =>
  new Map([...petitions.values()].map((petition) => [petition.code, petition]));

const codeOf = (shown: string): string => shown.replaceAll('-', '');

const petitionOf = (stored: Stored, { code }: HandedIn): Petition => {
  const petition = byCode(stored).get(codeOf(code));
  if (petition === undefined) throw new Error(`no petition ${code}`);
  return petition;
};

/** One rightful holder and a next wake-up; each message of each event at most once. */
const expectOrder = (stored: Stored): void => {
  const now = under.system.clock.now();
  for (const petition of stored.petitions.values()) {
    const end = endOfTenure(petition, today);
    expect(petition.task).not.toBeNull();
    expect(end === null || end.at > now, `${petition.code} ${petition.task?.holder.id ?? ''}`).toBe(true);
    expect((stored.threads.get(petition.id)?.wakeAt ?? '') > now).toBe(true);
  }
  for (const notice of stored.notices) expect(notice.attempts).toBeLessThanOrEqual(1);
};

const expectMoved = (before: Stored, after: Stored, handedIn: HandedIn[]): void => {
  for (const one of handedIn) {
    const [was, is] = [petitionOf(before, one), petitionOf(after, one)];
    const { why, from, to } = one.matter;
    expect(was.task?.holder.id).toBe(from);
    expect(is.task?.holder.id).toBe(to);
    expect(is.hops.slice(was.hops.length)).toMatchObject(why === 'stays' ? [] : [{ kind: why, from, to }]);
    expect([is.receivedAt, is.promised]).toEqual([was.receivedAt, was.promised]);
    if (why !== 'triage') expect(is.task?.resolveBy).toEqual(was.task?.resolveBy);
    const moved = after.notices.filter(({ petitionId, kind }) => petitionId === is.id && kind === 'moved');
    expect(moved).toHaveLength(why === 'stays' ? 0 : 1);
  }
};

/** Through the midnight, then to the morning after the half hour over which the mails are spread. */
const overnight = async ({ day, morning }: ReformCase): Promise<void> => {
  await leapTo(plusMs(startOfDay(day), -MINUTE_MS));
  await leapTo(startOfDay(day));
  await leapTo(vn(morning, '08:05'));
};

describe('reform days on the deployed app', () => {
  beforeAll(async () => {
    await publish(asKnownOn(parts, FIRST.knownOn));
  });

  it('2025-03-01: a release published on the eve moves what is open at midnight', async () => {
    const handedIn = await handIn(FIRST);
    const before = await readTable();
    for (const { task } of before.petitions.values()) expect(task?.holderValidTo).toBeNull();
    await publish(parts);
    // Real time: until every function has looked at the pointer again.
    await sleep(RELEASE_AGE_SECONDS * 1_000 + 1_000);
    await under.system.jumpTo(under.system.clock.now());
    await under.system.jumpTo(plusMs(under.system.clock.now(), 5 * MINUTE_MS));
    await overnight(FIRST);
    const after = await readTable();
    expectMoved(before, after, handedIn);
    expectOrder(after);
  });

  it.each([DISTRICTS, BOARDS])('$day: what is open moves at midnight, old and new', async (reform) => {
    await leapTo(reform.opened);
    const handedIn = await handIn(reform);
    const before = await readTable();
    await overnight(reform);
    const after = await readTable();
    expectMoved(before, after, handedIn);
    expectOrder(after);
  });

  it('told nobody twice', async () => {
    const mails = await under.client.inbox();
    const tasks = mails.flatMap((mail) => {
      const link = under.client.linkIn(mail);
      return link !== undefined && mail.subject.startsWith('Kiến nghị mới') ? [`${mail.to} ${link}`] : [];
    });
    expect(tasks.length).toBeGreaterThan(PETITIONS);
    expect(new Set(tasks).size).toBe(tasks.length);
  });
});
