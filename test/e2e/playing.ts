import type { TrackedStatus } from '../../local/client/public-client.js';
import type { Narrator } from '../../local/demo/narrator.js';
import type { Play } from '../../local/demo/stories/all.js';
import { useSystem } from '../support/system.js';

/** Plays stories one after the other on a system that begins with the first; `told` is what the narrator says. */
export const usePlays = (plays: readonly Play[]) => {
  const [first] = plays;
  if (first === undefined) throw new Error('no story');
  const under = useSystem(first.at);
  const told: string[] = [];
  const play = async (id: string): Promise<{ story: Narrator; status: TrackedStatus }> => {
    const story = plays.find((each) => each.id === id);
    if (story === undefined) throw new Error(`no story ${id}`);
    if ((await under.client.now()) < story.at) await under.client.jumpTo(story.at);
    const narrator = await story.play({ client: under.client, print: (line) => void told.push(line) });
    return { story: narrator, status: await under.client.track(narrator.code) };
  };
  return { under, told, play };
};
