import { beforeEach, describe, expect, it } from 'vitest';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import { suggestionsOf } from '../../../core/petition/desk-precedent.js';
import { registers } from './support/registry.js';
import { call, httpEvent } from './support/http-event.js';
import { BODY, createStage, LINK, PERSONAL, WARD, type Stage } from './support/stage.js';

/** About manners, and nobody has said whose: the desk sorts it. */
const UNSORTED = { ...BODY, category: 'TTHC', conditions: { 'thai-do': true } };
const OTHER_LINK = 'BBBBBBBBBBBBBBBBBBBBBB';

describe('what the desk has decided before', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  const open = (link: string) => call(stage.open, httpEvent('GET /t/{link}', { path: { link } }));
  const transfer = (link: string, fields: Record<string, string>) =>
    stage.decideBy(link, { decision: 'transfer', text: 'Thuộc phường.', ...fields });

  it('is proposed for the next matter alike, chosen by nobody but the desk, and sent on with one click', async () => {
    const first = await stage.assigned(UNSORTED);
    expect(first.task?.isTriage).toBe(true);
    expect((await open(LINK)).text).not.toContain('suggestedAgency');
    expect((await transfer(LINK, { agency: WARD })).status).toBe(200);
    const next = await stage.assigned(UNSORTED, OTHER_LINK);
    const { text } = await open(OTHER_LINK);
    expect(text).toContain(`name="suggestedAgency" value="${WARD}"`);
    expect(text).not.toMatch(/name="suggestedAgency"[^>]* checked/);
    expect(text).toContain('1 lần');
    await transfer(OTHER_LINK, { suggestedAgency: WARD, agency: '' });
    const now = await stage.fakes.store.load(next.id);
    expect(now?.task).toMatchObject({ holder: { id: WARD }, isTriage: false });
    const kept = stage.fakes.database.all('Petitions').filter(({ pk }) => pk.startsWith('SORTED#'));
    expect(kept).toHaveLength(2);
    for (const word of PERSONAL) expect(JSON.stringify(kept)).not.toContain(word);
  });

  it('is proposed too where another category was found, by which the rules know the unit', async () => {
    await stage.assigned(UNSORTED);
    const text = 'Là việc biển báo.';
    expect((await stage.decideBy(LINK, { decision: 'reclassify', text, category: 'GT-BIEN' })).status).toBe(
      200,
    );
    const next = await stage.assigned(UNSORTED, OTHER_LINK);
    const page = (await open(OTHER_LINK)).text;
    expect(page).toContain('name="suggestedCategory" value="GT-BIEN"');
    expect(page).not.toMatch(/name="suggestedCategory"[^>]* checked/);
    expect(page).not.toContain('suggestedAgency');
    expect((await stage.fakes.store.load(next.id))?.category).toBe('TTHC');
    const again = { decision: 'reclassify', text, category: '', suggestedCategory: 'GT-BIEN' };
    expect((await stage.decideBy(OTHER_LINK, again)).status).toBe(200);
    expect(await stage.fakes.store.load(next.id)).toMatchObject({
      category: 'GT-BIEN',
      task: { isTriage: false },
    });
    const kept = stage.fakes.database.all('Petitions').filter(({ pk }) => pk.startsWith('SORTED#'));
    expect(kept).toHaveLength(2);
  });

  it('is not kept where the desk still holds it, or only corrects an answer', async () => {
    await stage.assigned(UNSORTED);
    const text = 'Chỉ sửa câu trả lời.';
    const answered = { decision: 'reclassify', text, category: '', 'answer.thai-do': 'no' };
    expect((await stage.decideBy(LINK, answered)).status).toBe(200);
    expect(stage.fakes.database.all('Petitions').filter(({ pk }) => pk.startsWith('SORTED#'))).toEqual([]);
  });

  it('is not kept of a transfer between units', async () => {
    await stage.assigned();
    await transfer(LINK, { agency: 'ubnd-xa/w:26770@0' });
    expect(stage.fakes.database.all('Petitions').filter(({ pk }) => pk.startsWith('SORTED#'))).toEqual([]);
  });

  it('shows all with counts, newest first; who is no more by its successor, the accused never', async () => {
    const petition = await stage.assigned(UNSORTED);
    const registry = await (await registers.release()).registry(petition.provinceId);
    const context = {
      ...{ jurisdiction: jurisdictionOf(registry, 'r1'), now: '2025-07-10T02:00:00.000Z' },
      categories: await registers.categories(),
    };
    const at = (day: string) => `2025-06-${day}T02:00:00.000Z`;
    const gone = { at: at('03'), agencyId: 'ubnd-xa/w:26773@0' };
    const here = (day: string) => ({ at: at(day), agencyId: 'ubnd-xa/w:26773@2025-07' });
    const { agencies: found } = suggestionsOf(petition, [here('01'), gone, here('02')], context);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      agency: { id: 'ubnd-xa/w:26773@2025-07' },
      times: 3,
      lastOn: '2025-06-03',
    });
    const none = { agencies: [], categories: [] };
    expect(suggestionsOf(petition, [{ at: at('01'), agencyId: 'khong-co' }], context)).toEqual(none);
    const accused = { ...petition, against: 'ubnd-xa/w:26773@2025-07' };
    expect(suggestionsOf(accused, [here('01')], context)).toEqual(none);
    const into = (category: string) => ({ at: at('01'), category });
    const made = [into('TTHC'), into('GT-BIEN'), into('KHONG-CO'), into('GT-BIEN')];
    expect(suggestionsOf(petition, made, context)).toMatchObject({
      agencies: [],
      categories: [{ category: { code: 'GT-BIEN' }, times: 2, lastOn: '2025-06-01' }],
    });
  });
});
