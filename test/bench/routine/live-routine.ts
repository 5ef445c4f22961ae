import type { SubmittedPetition } from '../../../local/client/public-client.js';
import { waitFor } from '../../../local/client/wait-for.js';
import { COACHES } from '../../../local/demo/cast.js';
import { Narrator } from '../../../local/demo/narrator.js';
import { RESOLUTION, WARD } from '../routine-texts.js';
import { readBack } from '../read-back.js';
import type { BenchSystem } from '../system.js';

/** Tuesday 11/04/2023, 09:00: the time to object has passed, and mails to officials leave at once for the next part. */
const AFTER_SILENCE = '2023-04-11T02:00:00.000Z';

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
  await system.jumpTo(AFTER_SILENCE);
  await waitFor('the end', async () => ((await client.track(code)).status === 'CLOSED' ? true : undefined));
  const { id, events } = await readBack(client, { code, token: await client.token('auditor') });
  return { id, events: events.map((event) => event.type) };
};
