import type { SubmittedPetition } from '../../../local/client/public-client.js';
import { COACHES } from '../../../local/demo/cast.js';
import { startRecorder } from '../engine/recorder.js';
import { tapFunctions } from '../engine/tap-functions.js';
import type { BenchSystem } from '../system.js';

interface Put {
  Put: { TableName: string; Item: { pk: { S: string }; sk: { S: string } } };
}

const idAfter = (puts: readonly Put[], prefix: string): string => {
  const found = puts.map(({ Put: { Item } }) => Item.pk.S).find((pk) => pk.startsWith(prefix));
  if (found === undefined) throw new Error(`An intake writes no ${prefix} item any more.`);
  return found.slice(prefix.length);
};

/**
 * The transaction of a real intake as it went over the wire, with marks in place of the id, the code and the key of
 * idempotency. Partitions and shards get other letters of the same length: no stream filter and no reconciler takes the
 * floor's items for petitions.
 */
const toTemplate = (puts: readonly Put[]): string =>
  JSON.stringify(puts)
    .replaceAll(idAfter(puts, 'PET#'), '<id>')
    .replaceAll(idAfter(puts, 'CODE#'), '<code>')
    .replaceAll(idAfter(puts, 'IDEM#'), '<key>')
    .replaceAll('"PET#', '"PEX#')
    .replaceAll('"HIST#', '"HISX#')
    .replaceAll('"THREAD#p:', '"THREAX#p:')
    .replaceAll('"NOTICE#p:', '"NOTICX#p:');

/** Hands in one petition and returns what its intake wrote. */
export const captureTransaction = async (
  bench: BenchSystem,
): Promise<{ template: string; items: number; tables: string[] }> => {
  const seen: Put[][] = [];
  const recorder = await startRecorder(bench.system.engine.endpoint, ({ operation, input }) => {
    if (operation === 'TransactWriteItems') seen.push((input as { TransactItems: Put[] }).TransactItems);
    return Promise.resolve(() => undefined);
  });
  await tapFunctions(bench, { recorder, folders: ['submit-petition'] }, async () => {
    const answer = await bench.client.submit(COACHES);
    if (!answer.ok) throw new Error(`The intake answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as SubmittedPetition;
  });
  const puts = seen[0];
  if (puts === undefined || seen.length !== 1) throw new Error(`An intake made ${seen.length} transactions.`);
  const tables = [...new Set(puts.map(({ Put: { TableName } }) => TableName))];
  return { template: toTemplate(puts), items: puts.length, tables };
};
