import { describe, expect, test } from 'vitest';
import { MOST_CANDIDATES, MOST_LOADED } from '../../../core/duplicates/candidates.js';
import { NotFoundError } from '../../../core/errors.js';
import { findCandidates, findCandidatesByCode } from '../../../core/use-cases/find-candidates.js';
import { hearResident } from '../../../core/use-cases/hear-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import type { Submission } from '../../../core/use-cases/submission.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { SLOW_CATEGORY } from '../../support/asl/small-registers.js';
import { aSubmission, createScene, type Scene } from '../use-cases/scene.js';

const RUBBISH = 'Rác tồn đọng ba ngày ở đầu hẻm 5, bốc mùi hôi, trẻ em đi học phải bịt mũi.';
const SAME = 'Đầu hẻm 5 rác tồn đọng ba ngày, bốc mùi hôi.';
const LIGHTS = 'Đèn đường trước trường học hỏng từ tuần trước, buổi tối rất tối.';

let intakes = 0;
const handIn = async (scene: Scene, description: string, more: Partial<Submission> = {}) => {
  intakes += 1;
  const submission = aSubmission(more);
  const file = { ...submission.file, description };
  const key = { key: `khoa-${intakes}`, fingerprint: 'noi-dung' };
  return (await submitPetition(scene, { ...submission, file }, key)).petition;
};

describe('petitions that may say the same', () => {
  test('are those of the same ward with a similar text, the most similar first, without any person', async () => {
    const scene = createScene();
    const [alike, same] = [await handIn(scene, SAME), await handIn(scene, RUBBISH)];
    await handIn(scene, LIGHTS);
    const own = await handIn(scene, RUBBISH.normalize('NFD'));
    const found = await findCandidates(scene, own, null);
    expect(found.map(({ code }) => code)).toEqual([same.code, alike.code]);
    expect(JSON.stringify(found)).not.toMatch(/Trần Thị Thử|hẻm 5|0900/);
  });

  test('are read by code, also as it is typed', async () => {
    const scene = createScene();
    const first = await handIn(scene, RUBBISH);
    const own = await handIn(scene, SAME);
    expect(await findCandidatesByCode(scene, ` ${own.code.toLowerCase()} `)).toMatchObject([
      { code: first.code, status: 'SUBMITTED', holder: null },
    ]);
    await expect(findCandidatesByCode(scene, 'khong-co')).rejects.toThrow(NotFoundError);
  });

  test('of another category must be more alike', async () => {
    const scene = createScene();
    await handIn(scene, 'Rác tồn đọng ở đầu hẻm 5, đề nghị thu gom và lắp thêm camera, biển cấm đổ rác.');
    const other = await handIn(scene, RUBBISH, { category: SLOW_CATEGORY });
    const own = await handIn(scene, RUBBISH);
    const codes = (await findCandidates(scene, own, null)).map(({ code }) => code);
    expect(codes[0]).toBe(other.code);
    const slow = await handIn(scene, LIGHTS.slice(0, 30), { category: SLOW_CATEGORY });
    expect((await findCandidates(scene, slow, null)).map(({ code }) => code)).toEqual([]);
  });

  test('are not what has ended, and no more than a list that is read', async () => {
    const scene = createScene();
    const ended = await handIn(scene, RUBBISH);
    const secret = await receiptSecret(scene.keyed, ended.id);
    const word = { kind: 'withdraw', text: null } as const;
    await hearResident(scene, { code: ended.code, secret, word, key: null });
    for (let i = 0; i < MOST_CANDIDATES + 2; i += 1) await handIn(scene, RUBBISH);
    const own = await handIn(scene, RUBBISH);
    const found = await findCandidates(scene, own, null);
    expect(found).toHaveLength(MOST_CANDIDATES);
    expect(found.map(({ code }) => code)).not.toContain(ended.code);
  });

  test('about the officials of an agency are kept from that agency, and from nobody else', async () => {
    const scene = createScene();
    const about = await handIn(scene, RUBBISH);
    const own = await handIn(scene, RUBBISH);
    const load = scene.store.load.bind(scene.store);
    scene.store.load = async (id) => {
      const petition = await load(id);
      return petition && (id === about.id ? { ...petition, against: 'ubnd-xa' } : petition);
    };
    expect(await findCandidates(scene, own, 'ubnd-xa')).toEqual([]);
    expect(await findCandidates(scene, own, 'ubnd-quan')).toHaveLength(1);
  });

  test('that the reader may not see take no place in the list, with a bounded number of reads', async () => {
    const scene = createScene();
    const hidden = new Set<string>();
    // The most alike come first: the visible ones are all behind those that are hidden.
    for (let i = 0; i < MOST_CANDIDATES + 1; i += 1) hidden.add((await handIn(scene, RUBBISH)).id);
    const visible = [await handIn(scene, SAME), await handIn(scene, SAME)];
    const own = await handIn(scene, RUBBISH);
    const load = scene.store.load.bind(scene.store);
    let reads = 0;
    scene.store.load = async (id) => {
      reads += 1;
      const petition = await load(id);
      return petition && (hidden.has(id) ? { ...petition, against: 'ubnd-xa' } : petition);
    };
    const found = await findCandidates(scene, own, 'ubnd-xa');
    expect(found.map(({ code }) => code).sort()).toEqual(visible.map(({ code }) => code).sort());

    for (let i = 0; i < MOST_LOADED; i += 1) hidden.add((await handIn(scene, RUBBISH)).id);
    reads = 0;
    expect(await findCandidates(scene, await handIn(scene, RUBBISH), 'ubnd-xa')).toEqual([]);
    expect(reads).toBe(MOST_LOADED);
  });

  test('are unknown where the place is undecided', async () => {
    const scene = createScene();
    await handIn(scene, RUBBISH);
    const own = await handIn(scene, RUBBISH);
    expect(await findCandidates(scene, { ...own, unitId: null }, null)).toEqual([]);
  });
});
