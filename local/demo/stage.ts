import { addDays } from '../../core/deadline/local-day.js';
import { localDayOf } from '../../core/time.js';
import type { PublicClient, SubmittedPetition } from '../client/public-client.js';
import { waitFor } from '../client/wait-for.js';
import { Narrator } from './narrator.js';

/** Where a story is played: through the public surfaces only. */
export interface Stage {
  client: PublicClient;
  print: (line: string) => void;
}

/** Name and position that the acting person declares. */
export const officer = (name: string, position: string) => ({ actorName: name, actorPosition: position });

/** @throws Error with the answer's text unless it is a success. */
export const expectOk = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${(await answer.text()).slice(0, 400)}`);
  return answer;
};

const follow = ({ client, print }: Stage, how: string, receipt: SubmittedPetition): Narrator => {
  const { code, promised } = receipt;
  print(`  ${how}, code ${code}, answer promised by ${promised.resolveBy ?? '(no clock of its own)'}`);
  return new Narrator(client, code, print);
};

/** A resident posts the form. */
export const handIn = async (stage: Stage, body: object): Promise<Narrator> => {
  const posted = await expectOk(await stage.client.submit(body));
  return follow(stage, 'handed in', (await posted.json()) as SubmittedPetition);
};

/** The reception desk enters what was handed in elsewhere. */
export const enter = async (stage: Stage, body: object): Promise<Narrator> => {
  const posted = await expectOk(await stage.client.enter(body, await stage.client.token('operator')));
  return follow(stage, 'entered by the operator', (await posted.json()) as SubmittedPetition);
};

/** The desk enters one submission about identity cards and about health insurance. */
export const enterWithMatters = async (stage: Stage, body: object) => {
  const posted = await expectOk(await stage.client.enter(body, await stage.client.token('operator')));
  const receipt = (await posted.json()) as SubmittedPetition;
  const whole = follow(stage, 'entered by the operator', receipt);
  const [cards, insurance] = receipt.matters.map(({ code, category }) => {
    stage.print(`  matter ${category}, code ${code}`);
    return new Narrator(stage.client, code, stage.print);
  });
  if (cards === undefined || insurance === undefined) throw new Error('two matters were expected');
  return { whole, cards, insurance };
};

/** An operator records a meeting with what was raised there. */
export const record = async (stage: Stage, body: object): Promise<Narrator[]> => {
  const posted = await expectOk(await stage.client.recordMeeting(body, await stage.client.token('operator')));
  const { id, items } = (await posted.json()) as { id: string; items: SubmittedPetition[] };
  stage.print(`  recorded by the operator as meeting ${id}, ${items.length} matter(s)`);
  return items.map((item) => follow(stage, 'raised there', item));
};

/** Goes on some days later, at ten in the morning. */
export const daysLater = async ({ client }: Stage, days: number): Promise<void> => {
  const day = addDays(localDayOf(await client.now()), days);
  await client.jumpTo(`${day}T03:00:00.000Z`);
};

/** Whoever handed it in answers by the link of the mail with the decision. */
export const satisfied = async ({ client }: Stage, petition: Narrator): Promise<void> => {
  const secret = await waitFor('the mail with the answer', async () => {
    const mail = (await petition.mails()).find(({ subject }) => subject.startsWith('Trả lời kiến nghị'));
    return mail && client.secretIn(mail);
  });
  await expectOk(await client.say(petition.code, 'feedback', { secret, satisfied: true, rating: 5 }));
  await waitFor('the petition to be closed', async () =>
    (await client.track(petition.code)).status === 'CLOSED' ? true : undefined,
  );
};

/** Prints the history that an auditor reads back: does each event name its predecessor, and is the record what they tell? */
export const readBack = async (stage: Stage, story: Narrator, province: string): Promise<void> => {
  const token = await stage.client.token('auditor');
  const { receivedAt } = await stage.client.track(story.code);
  const from = encodeURIComponent(receivedAt);
  const to = encodeURIComponent(new Date(Date.parse(receivedAt) + 1).toISOString());
  const list = await stage.client.audit<{ items: { id: string; code: string }[] }>(
    `/petitions?received.from=${from}&received.to=${to}&province=${province}`,
    token,
  );
  const id = list.items.find((item) => item.code === story.code)?.id;
  if (id === undefined) throw new Error('the auditor does not find the petition');
  const { events } = await stage.client.audit<{
    events: { seq: number; at: string; type: string; hash: string; prevHash: string }[];
  }>(`/petitions/${id}/history`, token);
  stage.print('  The auditor reads back:');
  for (const event of events)
    stage.print(`    ${event.seq} ${event.at} ${event.type} ${event.hash.slice(0, 12)}…`);
  const isChained = events.every((event, i) => i === 0 || event.prevHash === events[i - 1]?.hash);
  const { isSound } = await stage.client.audit<{ isSound: boolean }>(`/petitions/${id}/verification`, token);
  stage.print(`    chained: ${isChained ? 'yes' : 'NO'}, sound: ${isSound ? 'yes' : 'NO'}`);
};
