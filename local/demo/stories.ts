import { crc32, deflateSync } from 'node:zlib';
import type { PublicClient, SubmittedPetition } from '../client/public-client.js';
import { COACHES, KHU_PHO_BOARD, TEXTS } from './cast.js';
import { Narrator } from './narrator.js';

export interface Stage {
  client: PublicClient;
  print: (line: string) => void;
}

const WARD = 'ubnd-xa/w:26773@0';
const DISTRICT = 'ubnd-huyen/d:761@0';
const DISTRICT_PARTY = 'dang-uy-huyen/d:770@0';

const officer = (name: string, position: string) => ({ actorName: name, actorPosition: position });

const expectOk = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${(await answer.text()).slice(0, 400)}`);
  return answer;
};

const handIn = async (stage: Stage, body: object): Promise<Narrator> =>
  follow(stage, 'handed in', await stage.client.submit(body));

const enter = async (stage: Stage, body: object): Promise<Narrator> =>
  follow(
    stage,
    'entered by the operator',
    await stage.client.enter(body, await stage.client.token('operator')),
  );

const follow = async (stage: Stage, how: string, posted: Response): Promise<Narrator> => {
  const { code, promised } = (await (await expectOk(posted)).json()) as SubmittedPetition;
  stage.print(`  ${how}, code ${code}, answer promised by ${promised.resolveBy ?? '(no clock: Party lane)'}`);
  return new Narrator(stage.client, code, stage.print);
};

/** Prints the history that an auditor reads back, and says whether each event names its predecessor. */
const readBack = async (stage: Stage, narrator: Narrator): Promise<void> => {
  const token = await stage.client.token('auditor');
  const { receivedAt } = await stage.client.track(narrator.code);
  const from = encodeURIComponent(receivedAt);
  const to = encodeURIComponent(new Date(Date.parse(receivedAt) + 1).toISOString());
  const list = await stage.client.audit<{ items: { id: string; code: string }[] }>(
    `/petitions?received.from=${from}&received.to=${to}&province=p:79@0`,
    token,
  );
  const id = list.items.find((item) => item.code === narrator.code)?.id;
  if (id === undefined) throw new Error('the auditor does not find the petition');
  const { events } = await stage.client.audit<{
    events: { seq: number; at: string; type: string; hash: string; prevHash: string }[];
  }>(`/petitions/${id}/history`, token);
  stage.print('  The auditor reads back:');
  for (const event of events)
    stage.print(`    ${event.seq} ${event.at} ${event.type} ${event.hash.slice(0, 12)}…`);
  const isChained = events.every((event, i) => i === 0 || event.prevHash === events[i - 1]?.hash);
  stage.print(`    chained: ${isChained ? 'yes' : 'NO'}`);
};

/** S1b: the ward surveys and says that it is beyond its competence; Quận 12 settles it with a photo of the new signs. */
export const coaches = async (stage: Stage): Promise<Narrator> => {
  const { client } = stage;
  const story = await handIn(stage, COACHES);
  const wardLink = await story.linkOf(WARD);
  await story.tell();
  await expectOk(await client.decide(wardLink, { decision: 'accept' }));
  await client.jumpTo('2023-03-13T03:00:00.000Z');
  await expectOk(await client.decide(wardLink, { decision: 'note', text: TEXTS.survey }));
  await expectOk(await client.decide(wardLink, { decision: 'beyond-competence', text: TEXTS.beyond }));
  const districtLink = await story.linkOf(DISTRICT);
  await story.tell();
  await expectOk(await client.decide(districtLink, { decision: 'accept' }));
  await client.jumpTo('2023-03-17T03:00:00.000Z');
  await expectOk(await client.decide(districtLink, { decision: 'note', text: TEXTS.jointVisit }));
  await client.jumpTo('2023-03-20T02:00:00.000Z');
  const photo = { name: 'bien-cam.png', type: 'image/png', bytes: signPhoto() };
  const fields = {
    decision: 'resolve',
    text: TEXTS.signs,
    ...officer('Nguyễn Văn An', 'Phó Chủ tịch UBND Quận 12'),
  };
  await expectOk(await client.decide(districtLink, fields, [photo]));
  await client.jumpTo('2023-03-28T02:00:00.000Z');
  await story.tellStatus();
  await readBack(stage, story);
  return story;
};

/** S1c: nobody answers; reminders, then Quận 12, then the city, whose office is reminded until somebody decides. */
export const silence = async (stage: Stage): Promise<Narrator> => {
  const { client } = stage;
  const story = await handIn(stage, COACHES);
  await story.linkOf(WARD);
  const start = Date.parse(await client.now());
  for (let day = 1; day <= 28; day += 3) {
    await client.jumpTo(new Date(start + day * 86_400_000).toISOString());
    await story.tellStatus();
  }
  const holder = (await client.track(story.code)).holder;
  if (holder === null) throw new Error('nobody holds it');
  const link = await story.linkOf(holder.id);
  const fields = {
    decision: 'resolve',
    text: TEXTS.cityDecision,
    noEvidenceReason: 'Biển báo sẽ được lắp trong tuần.',
  };
  await expectOk(
    await client.decide(link, { ...fields, ...officer('Lê Văn Bình', 'Chủ tịch UBND Thành phố') }),
  );
  await client.jumpTo(new Date(Date.parse(await client.now()) + 12 * 86_400_000).toISOString());
  await story.tellStatus();
  await readBack(stage, story);
  return story;
};

/** S0: the operator enters what a khu phố told the district's leaders; Quận ủy Quận 3 directs. Party lane: no statutory clock. */
export const visit = async (stage: Stage): Promise<Narrator> => {
  const { client } = stage;
  await client.jumpTo('2024-11-25T02:00:00.000Z');
  const story = await enter(stage, KHU_PHO_BOARD);
  const link = await story.linkOf(DISTRICT_PARTY);
  await story.tell();
  await expectOk(
    await client.decide(link, {
      decision: 'resolve',
      text: TEXTS.direction,
      ...officer('Phạm Thị Hoa', 'Bí thư Quận ủy Quận 3'),
    }),
  );
  await client.jumpTo('2024-12-09T02:00:00.000Z');
  await story.tellStatus();
  await readBack(stage, story);
  return story;
};

/** A real PNG of one red pixel: stands for the photo of the new signs. */
export const signPhoto = (): Uint8Array => {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixels = deflateSync(Buffer.from([0, 200, 16, 46]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
