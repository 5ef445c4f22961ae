import { addDays } from '../../../core/deadline/local-day.js';
import { localDayOf } from '../../../core/time.js';
import { SealedClient, type SealedFileItem, type SealedReceipt } from '../../client/sealed-client.js';
import { waitFor } from '../../client/wait-for.js';
import { DENUNCIATION, DENUNCIATION_ON_PAPER } from '../cast.js';
import { daysLater, type Stage } from '../stage.js';

/** The province whose lane the demo opens. */
export const SEALED_PROVINCE = 'p:79@2025-07';

/** Legal instant at which it begins: after every other story. */
export const SEALED_AT = '2026-12-15T02:00:00.000Z';

const NOTE = Buffer.from('%PDF-1.7\n% ghi chép\n%%EOF\n');

const fileOf = async (lane: SealedClient, token: string, code: string): Promise<SealedFileItem> => {
  const file = (await lane.list(token)).find((each) => each.code === code);
  if (file === undefined) throw new Error('the body does not see the file');
  return file;
};

/** The mail to the body comes with the watch's next minute. */
const mailOf = async ({ client, print }: Stage, { code }: SealedReceipt): Promise<void> => {
  const inAnHour = new Date(Date.parse(await client.now()) + 3_600_000).toISOString();
  await client.jumpTo(inAnHour);
  const mail = await waitFor(`a mail about ${code}`, async () =>
    (await client.inbox()).find(({ subject }) => subject.includes(code)),
  );
  print(`    ✉ ${mail.to}: ${mail.subject} (no link, no name)`);
};

const tellTracked = async ({ print }: Stage, lane: SealedClient, code: string): Promise<void> => {
  const { status, receivedOn, handedOverOn, closedOn } = await lane.track(code);
  const days = [receivedOn, handedOverOn, closedOn].map((day) => day ?? '–').join(', ');
  print(`  The code says ${status ?? ''}: received, handed over, closed on ${days}`);
};

const readBack = async (stage: Stage, lane: SealedClient, about: { token: string; id: string }) => {
  const { events, intact } = await lane.show(about.token, about.id);
  stage.print('  The history of the file, without a word of what it says:');
  for (const { type, at } of events) stage.print(`    ${at} ${type}`);
  stage.print(`    chained: ${intact ? 'yes' : 'NO'}`);
};

/** On paper, four days ago: the clock has run since then, and the officer who entered it cannot look at it from there. */
const enterOnPaper = async (stage: Stage, lane: SealedClient, token: string): Promise<void> => {
  const receivedOn = addDays(localDayOf(await stage.client.now()), -4);
  const receipt = await lane.enter(token, { ...DENUNCIATION_ON_PAPER, receivedOn });
  stage.print(`  entered from paper of ${receivedOn}, code ${receipt.code}, check by ${receipt.checkBy}`);
  await mailOf(stage, receipt);
};

/**
 * A denunciation with a document goes sealed to the inspectorate, is opened with a reason on record, handed over and
 * concluded; another one comes by post. Gives the code of the first.
 */
export const sealedLane = async (stage: Stage): Promise<string> => {
  const { client, print } = stage;
  const lane = new SealedClient(client.origin);
  const receipt = await lane.submit({ ...DENUNCIATION, files: [NOTE.toString('base64')] });
  print(`  handed in, code ${receipt.code}, received by ${receipt.body.name}, check by ${receipt.checkBy}`);
  await mailOf(stage, receipt);
  const token = await client.token('sealed');
  const { id, status } = await fileOf(lane, token, receipt.code);
  print(`  The officer of ${receipt.body.name} sees a file, ${status}, sealed`);
  await daysLater(stage, 2);
  const { files } = await lane.unseal(token, id, 'check-acceptance');
  print(`  opened to check acceptance, on record before it is shown; ${files.length} document with it`);
  await lane.handOver(token, id, '214/QĐ-TTr');
  await tellTracked(stage, lane, receipt.code);
  await enterOnPaper(stage, lane, await client.token('sealed'));
  await daysLater(stage, 20);
  const later = await client.token('sealed');
  await lane.close(later, id, { closure: 'concluded', documentNo: '17/KL-TTr' });
  await tellTracked(stage, lane, receipt.code);
  await readBack(stage, lane, { token: later, id });
  return receipt.code;
};
