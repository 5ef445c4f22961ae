import type { SubmittedPetition } from '../../../local/client/public-client.js';
import { waitFor } from '../../../local/client/wait-for.js';
import { COACHES } from '../../../local/demo/cast.js';
import { Narrator } from '../../../local/demo/narrator.js';
import { RESOLUTION, WARD } from '../routine-texts.js';
import { readBack } from '../read-back.js';
import type { BenchSystem } from '../system.js';

/** Longer than the time in which a resident may object. */
const SILENCE_MS = 30 * 86_400_000;

const expectOk = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${(await answer.text()).slice(0, 400)}`);
  return answer;
};

/**
 * One petition as most are: handed in, routed, accepted and resolved before any reminder, the answer delivered by mail,
 * closed because the resident says nothing. Returns its id and the types of its events.
 */
export const liveRoutine = async ({
  client,
  system,
}: BenchSystem): Promise<{ id: string; events: string[] }> => {
  const { code } = (await (await expectOk(await client.submit(COACHES))).json()) as SubmittedPetition;
  const link = await new Narrator(client, code, () => undefined).linkOf(WARD);
  await expectOk(await client.decide(link, { decision: 'accept' }));
  await expectOk(await client.decide(link, RESOLUTION));
  await waitFor('the decision mail', async () =>
    (await client.inbox()).some((mail) => mail.subject.includes(code) && mail.text.includes(RESOLUTION.text))
      ? true
      : undefined,
  );
  await system.jumpTo(new Date(Date.parse(await client.now()) + SILENCE_MS).toISOString());
  await waitFor('the end', async () => ((await client.track(code)).status === 'CLOSED' ? true : undefined));
  const { id, events } = await readBack(client, { code, token: await client.token('auditor') });
  return { id, events: events.map((event) => event.type) };
};
