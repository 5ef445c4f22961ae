import { localDayOf } from '../../../core/time.js';
import { waitFor } from '../../client/wait-for.js';
import { CONFERENCE_ITEMS, CONFERENCE_TEXTS } from '../conference.js';
import type { Narrator } from '../narrator.js';
import { expectOk, officer, readBack, record, satisfied, type Stage } from '../stage.js';

/** The ward that holds the conference. */
interface Era {
  province: string;
  unit: string;
}

export const CAU_KHO: Era = { province: 'p:79@0', unit: 'w:26761@0' };
export const CAU_ONG_LANH_WARD: Era = { province: 'p:79@2025-07', unit: 'w:26758@2025-07' };

const VICE_CHAIR = officer('Nguyễn Văn Thử', 'Phó Chủ tịch UBND phường');

/** Whoever the rules name has it: the story is told the same way in both eras. */
const linkOfHolder = async ({ client }: Stage, petition: Narrator): Promise<string> => {
  const holder = await waitFor(
    'a holder',
    async () => (await client.track(petition.code)).holder ?? undefined,
  );
  return petition.linkOf(holder.id);
};

/** The unit sees that the second complaint is the first once more, and links it. */
const link = async (stage: Stage, main: Narrator, repeated: Narrator): Promise<void> => {
  const { client, print } = stage;
  const path = await linkOfHolder(stage, repeated);
  const { html } = await client.openTask(path);
  print(`  the page names what it repeats: ${html.includes(main.code) ? 'yes' : 'NO'}`);
  const fields = { decision: 'link-duplicate', text: CONFERENCE_TEXTS.sameShops };
  await expectOk(await client.decide(path, { ...fields, listedDuplicate: main.code.replaceAll('-', '') }));
};

/** Support money is not said to be paid without evidence, or a reason why there is none. */
const payOut = async (stage: Stage, money: Narrator): Promise<void> => {
  const path = await linkOfHolder(stage, money);
  const paid = { decision: 'resolve', text: CONFERENCE_TEXTS.moneyPaid, ...VICE_CHAIR };
  const refused = await stage.client.decide(path, paid);
  stage.print(`  support money without evidence: ${refused.status === 422 ? 'refused' : 'TAKEN'}`);
  await expectOk(await stage.client.decide(path, { ...paid, noEvidenceReason: CONFERENCE_TEXTS.listKept }));
  await satisfied(stage, money);
};

/** An answer by whoever holds it, to the satisfaction of whoever raised it. */
const settle = async (stage: Stage, petition: Narrator, text: string): Promise<void> => {
  const answer = { decision: 'resolve', text, ...VICE_CHAIR, noEvidenceReason: CONFERENCE_TEXTS.photosLater };
  await expectOk(await stage.client.decide(await linkOfHolder(stage, petition), answer));
  await satisfied(stage, petition);
};

/** S2b: five things raised at the ward's first monthly people's conference, one of them twice. */
export const conference =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const { client, print } = stage;
    const matters = await record(stage, {
      ...{ kind: 'PEOPLE_CONFERENCE', unit: era.unit, consent: true, items: CONFERENCE_ITEMS },
      heldOn: localDayOf(await client.now()),
    });
    const [main, signs, money, permit, repeated] = matters;
    if (!main || !signs || !money || !permit || !repeated) throw new Error('five matters were expected');
    await link(stage, main, repeated);
    await payOut(stage, money);
    await settle(stage, signs, CONFERENCE_TEXTS.signsUp);
    await settle(stage, permit, CONFERENCE_TEXTS.permitExplained);
    await expectOk(
      await client.decide(await linkOfHolder(stage, main), {
        ...{ decision: 'resolve', text: CONFERENCE_TEXTS.pavementFree, ...VICE_CHAIR },
        noEvidenceReason: CONFERENCE_TEXTS.photosLater,
      }),
    );
    const told = await waitFor('the linked one to have the answer', async () => {
      const { outcome } = await client.track(repeated.code);
      return outcome?.answer ?? undefined;
    });
    print(`  the linked one has the same answer: ${told === CONFERENCE_TEXTS.pavementFree ? 'yes' : 'NO'}`);
    await satisfied(stage, main);
    await main.tellStatus();
    await readBack(stage, main, era.province);
    return main;
  };
