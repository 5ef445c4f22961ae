import { describe, expect, test } from 'vitest';
import { HeadConflictError, IdempotencyMismatchError, ValidationError } from '../../../core/errors.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { Place } from '../../../core/ports/registers.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { smallRegisters } from '../../support/asl/small-registers.js';
import { aSubmission, createScene, KEY, load, RESIDENT_EMAIL, thread, told, type Scene } from './scene.js';

const PHOTO = { bytes: new Uint8Array([1, 2, 3]), sha256: 'd'.repeat(64), type: 'image/jpeg' } as const;

const placedAt = (place: Place) => createScene({ ...smallRegisters(), place: () => Promise.resolve(place) });

/** Keys of the files that the petition's first event names. */
const fileKeys = async (scene: Scene, id: string): Promise<string[]> => {
  const [first] = await scene.store.history(id);
  return first?.type === 'PetitionSubmitted' ? first.data.files.map(({ key }) => key) : [];
};

describe('handing in a petition', () => {
  test('leaves petition, thread, receipt notice and sealed file, and answers with code and secret', async () => {
    const scene = createScene();
    const { petition, secret } = await submitPetition(scene, aSubmission({ photos: [PHOTO] }), KEY);
    expect(petition).toMatchObject({
      status: 'SUBMITTED',
      serviceClass: 'thuong',
      receivedAt: scene.clock.now(),
    });
    expect(secret).toMatch(/^[0-9a-f]{20}$/);
    expect(await load(scene, petition.id)).toEqual(petition);
    expect(await scene.store.findByCode(petition.code)).toEqual(petition);
    expect(await thread(scene, petition.id)).toMatchObject({
      run: 1,
      wakeSeq: 1,
      handledSeq: 0,
      token: null,
    });
    expect((await thread(scene, petition.id)).wakeAt).toBe(scene.clock.inRealSeconds(120));
    expect((await scene.notices.due('hcm', scene.clock.now(), { limit: 10 })).map((ref) => ref.id)).toEqual([
      '000001-0',
    ]);
    expect((await scene.vault.openFile(petition.id)).submitter.email).toBe(RESIDENT_EMAIL);
    expect([...scene.files.files.keys()]).toEqual(await fileKeys(scene, petition.id));
    expect([...scene.files.files.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{32}\/d{64}$/)]);
  });

  test('puts nothing personal into the table of petitions', async () => {
    const scene = createScene();
    await submitPetition(scene, aSubmission(), KEY);
    const table = JSON.stringify(scene.database.all('Petitions'));
    for (const personal of ['Trần', RESIDENT_EMAIL, '0900000000', '12 hẻm', 'Rác'])
      expect(table).not.toContain(personal);
  });

  test('once more with the same key and body gives the same receipt and nothing new', async () => {
    const scene = createScene();
    const first = await submitPetition(scene, aSubmission(), KEY);
    expect(await submitPetition(scene, aSubmission(), KEY)).toEqual(first);
    expect(await told(scene, first.petition.id)).toEqual(['PetitionSubmitted']);
  });

  test('once more with photos seals and uploads nothing', async () => {
    const scene = createScene();
    const first = await submitPetition(scene, aSubmission({ photos: [PHOTO] }), KEY);
    const never = () => Promise.reject(new Error('not to be called'));
    const vault = Object.assign(Object.create(scene.vault) as typeof scene.vault, { sealFirst: never });
    const files = { put: never, get: never };
    const again = submitPetition({ ...scene, vault, files }, aSubmission({ photos: [PHOTO] }), KEY);
    expect(await again).toEqual(first);
  });

  test.each([[[]], [[PHOTO]]])('twice at the same time makes one petition (photos: %j)', async (photos) => {
    const scene = createScene();
    const [a, b] = await Promise.all([1, 2].map(() => submitPetition(scene, aSubmission({ photos }), KEY)));
    expect(a).toEqual(b);
    expect([...scene.files.files.keys()]).toEqual(await fileKeys(scene, a!.petition.id));
  });

  test('after a crash between the photos and the commit leaves no photo that no petition names', async () => {
    const scene = createScene();
    const store = Object.assign(Object.create(scene.store) as PetitionStore, {
      create: () => Promise.reject(new Error('crashed')),
    });
    const submission = aSubmission({ photos: [PHOTO] });
    await expect(submitPetition({ ...scene, store }, submission, KEY)).rejects.toThrow('crashed');
    expect(scene.files.files.size).toBe(1);
    const { petition } = await submitPetition(scene, submission, KEY);
    expect([...scene.files.files.keys()]).toEqual(await fileKeys(scene, petition.id));
  });

  test('with photos, a used key and another body is refused before anything is uploaded', async () => {
    const scene = createScene();
    await submitPetition(scene, aSubmission(), KEY);
    const other = submitPetition(scene, aSubmission({ photos: [PHOTO] }), {
      ...KEY,
      fingerprint: 'noi-dung-2',
    });
    await expect(other).rejects.toThrow(IdempotencyMismatchError);
    expect(scene.files.files.size).toBe(0);
  });

  test('with a used key and another body is refused', async () => {
    const scene = createScene();
    await submitPetition(scene, aSubmission(), KEY);
    const other = submitPetition(scene, aSubmission(), { ...KEY, fingerprint: 'noi-dung-2' });
    await expect(other).rejects.toThrow(IdempotencyMismatchError);
  });

  test('whose code is taken gets another one; a second accident is an error', async () => {
    const scene = createScene();
    const { store } = scene;
    const colliding = (times: number): PetitionStore => {
      let left = times;
      return Object.assign(Object.create(store) as PetitionStore, {
        create: (...args: Parameters<PetitionStore['create']>) =>
          left-- > 0 ? Promise.reject(new HeadConflictError()) : store.create(...args),
      });
    };
    const { petition } = await submitPetition({ ...scene, store: colliding(1) }, aSubmission(), KEY);
    expect(await store.findByCode(petition.code)).not.toBeNull();
    const again = submitPetition({ ...scene, store: colliding(2) }, aSubmission(), { ...KEY, key: 'khoa-2' });
    await expect(again).rejects.toThrow(HeadConflictError);
  });

  test.each([
    [{ category: 'KHONG-CO' }, '/category', 'unknown-category'],
    [{ conditions: { 'la-gi': true } }, '/conditions', 'unknown-condition'],
    [{ urgent: true }, '/urgent', 'never-urgent'],
  ])('%o is refused and changes nothing', async (fault, pointer, code) => {
    const scene = createScene();
    const refused = submitPetition(scene, aSubmission(fault), KEY);
    await expect(refused).rejects.toMatchObject({ issues: [{ pointer, code }] });
    await expect(refused).rejects.toThrow(ValidationError);
    expect(scene.database.all('Petitions')).toEqual([]);
    expect(scene.files.files.size).toBe(0);
  });

  test.each([
    [{ unit: 'khong-co' }, '/unit'],
    [{ point: { lat: 0, lon: 0 } }, '/point'],
  ])('at a place of which nothing can be said (%o) is refused', async (place, pointer) => {
    const scene = placedAt({ kind: 'unknown', code: 'outside' });
    await expect(submitPetition(scene, aSubmission({ place }), KEY)).rejects.toMatchObject({
      issues: [{ pointer, code: 'outside' }],
    });
  });

  test('at a place between two wards is taken in, without a ward and with the reason', async () => {
    const scene = placedAt({ kind: 'undecided', provinceId: 'hcm', issue: 'border' });
    const { petition } = await submitPetition(scene, aSubmission(), KEY);
    expect(petition).toMatchObject({ unitId: null, placeIssue: 'border' });
  });

  test('that is urgent by its circumstances gets the urgent class', async () => {
    const registers = smallRegisters();
    const facts = await registers.category('VSMT');
    const scene = createScene({
      ...registers,
      category: () => Promise.resolve(facts && { ...facts, urgentWhen: 'Có nguy cơ ngay' }),
    });
    const { petition } = await submitPetition(scene, aSubmission({ urgent: true }), KEY);
    expect(petition.serviceClass).toBe('khan');
  });
});
