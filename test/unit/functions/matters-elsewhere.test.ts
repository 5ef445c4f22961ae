import { beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import { BODY, createStage, type Stage } from './support/stage.js';

const NEIGHBOUR = 'w:26770@0';
/** Phường 2, Sa Đéc: of another province. */
const SA_DEC = 'w:29911@0';

describe('matters of one submission at several places', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  const handedIn = async (...others: object[]): Promise<Petition[]> => {
    const matters = [{ category: BODY.category }, ...others];
    const { status, json } = await stage.post({ ...BODY, matters });
    expect(status).toBe(202);
    const given = json['matters'] as { code: string }[];
    return Promise.all(given.map(({ code }) => stage.load(code)));
  };
  const fileOf = ({ id }: Petition) => stage.fakes.vault.openFile(id);
  const faults = async (other: object) => {
    const { json } = await stage.post({ ...BODY, matters: [{ category: BODY.category }, other] });
    return (json['errors'] as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  };

  it('go each to its own ward, with the address of that place', async () => {
    const [first, second] = await handedIn({
      ...{ category: 'GT-BIEN', unit: NEIGHBOUR, address: 'Cổng chợ', description: 'Biển báo bị gãy đổ.' },
    });
    expect([first?.unitId, second?.unitId]).toEqual([BODY.unit, NEIGHBOUR]);
    expect((await fileOf(first!)).address).toBe(BODY.address);
    expect((await fileOf(second!)).address).toBe('Cổng chợ');
  });

  it('do not keep an address or a point that belongs to the place of the submission', async () => {
    // Points are known since the wards of July 2025.
    stage.fakes.clock.set('2025-07-10T02:00:00.000Z');
    const point = { lat: 10.7703, lon: 106.6829 };
    const [, moved, pointed] = await handedIn(
      { category: 'GT-BIEN', unit: NEIGHBOUR },
      { category: 'GT-BIEN', point },
    );
    expect(await fileOf(moved!)).toMatchObject({ address: null, point: null });
    expect(await fileOf(pointed!)).toMatchObject({ address: null, point });
    expect(pointed?.unitId).toBe('w:27154@2025-07');
  });

  it('stay at the place of the submission, with an address of their own', async () => {
    const [, second] = await handedIn({ category: 'GT-BIEN', address: 'Số 14, cùng đường' });
    expect(second?.unitId).toBe(BODY.unit);
    expect((await fileOf(second!)).address).toBe('Số 14, cùng đường');
  });

  it('have the answers to the questions of their own category', async () => {
    const [first, second] = await handedIn({ category: 'TTHC', conditions: { 'thai-do': true } });
    expect([first?.conditions, second?.conditions]).toEqual([{}, { 'thai-do': true }]);
    expect(await faults({ category: 'GT-BIEN', conditions: { 'thai-do': true } })).toEqual([
      '/matters/1/conditions unknown-condition',
    ]);
  });

  it.each([
    [{ unit: 'w:99999@0' }, '/matters/1/unit unknown-unit'],
    [{ unit: SA_DEC }, '/matters/1/unit matter-elsewhere'],
    [{ unit: NEIGHBOUR, point: { lat: 10.869, lon: 106.6523 } }, '/matters/1/unit unit-or-point'],
  ])('are refused at %o', async (place, fault) => {
    expect(await faults({ category: 'GT-BIEN', ...place })).toEqual([fault]);
    expect(stage.fakes.database.all('Petitions')).toEqual([]);
  });
});
