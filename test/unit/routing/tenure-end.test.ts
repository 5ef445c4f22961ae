import { describe, expect, it } from 'vitest';
import { agencyOn } from '../../../core/registry/agency-on.js';
import { buildRegistry } from '../../../core/registry/registry.js';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import { startOfDay, type LocalDay } from '../../../core/time.js';
import { asKnownOn } from '../../support/as-known-on.js';
import { on, parts, registry, WARDS } from './shipped.js';
import { facts, tenure, today } from './tenures.js';

describe('until when a holder rightfully holds a matter', () => {
  it('is the end of the agency, also of one that ends with its unit', () => {
    expect(today.tenureEnd(facts('GT-HT'), tenure('so-gtvt-hcm', 'GT-HT-12', on('2025-02-20')))).toEqual({
      at: '2025-02-28T17:00:00.000Z',
      because: 'holder-abolished',
    });
  });

  it('is not the day on which a department goes on under another row, or another name', () => {
    const since = on('2025-02-20');
    expect(today.tenureEnd(facts('XD'), tenure('so-xd-hcm', 'XD-11', on('2025-07-10')))).toBeNull();
    const named = (day: LocalDay) => agencyOn(registry, 'bhxh-tinh/p:48@0', day)?.name;
    expect(named('2025-03-01')).not.toBe(named('2025-02-28'));
    const insurance = tenure('bhxh-tinh/p:48@0', 'BHYT-YTE-9', since);
    const asked = facts('BHYT-YTE', {
      conditions: { 'the-bhyt': true },
      unitId: 'w:20206@0',
      provinceId: 'p:48@0',
    });
    expect(today.tenureEnd(asked, insurance)).toEqual({
      at: '2025-06-30T17:00:00.000Z',
      because: 'holder-abolished',
    });
  });

  it('is the day on which the rule gives the matter to another agency that has long been there', () => {
    const permitted = facts('XD', {
      unitId: WARDS.banCo,
      provinceId: 'p:79@2025-07',
      conditions: { 'xd-so-cap': true },
    });
    const held = tenure('phong-ktcn-sxd', 'XD-9', on('2025-11-10'));
    expect(today.tenureEnd(permitted, held)).toEqual({
      at: '2025-11-19T17:00:00.000Z',
      because: 'function-moved',
    });
    expect(today.successor(permitted, held, '2025-11-19T17:00:00.000Z')).toMatchObject({
      holder: { name: 'Sở Xây dựng TP.HCM' },
      rule: { id: 'XD-10' },
      isTriage: false,
    });
  });

  it('is the day on which a condition loses its rule: street trees go to the wards', () => {
    const tree = facts('CAYXANH', {
      unitId: WARDS.thoiAn,
      provinceId: 'p:79@2025-07',
      conditions: { 'cay-duong-pho': true },
    });
    const held = tenure('tt-qlhtkt-hcm', 'CAYXANH-6', on('2025-12-20'));
    expect(today.tenureEnd(tree, held)).toEqual({
      at: '2026-01-04T17:00:00.000Z',
      because: 'function-moved',
    });
    expect(today.successor(tree, held, '2026-01-04T17:00:00.000Z').holder.name).toBe('UBND Phường Thới An');
  });

  it('asks the agency alone where no rule chose it, or where its condition was not the reason', () => {
    const permitted = facts('XD', { unitId: WARDS.banCo, conditions: { 'xd-so-cap': true } });
    const since = on('2025-11-10');
    expect(today.tenureEnd(permitted, tenure('phong-ktcn-sxd', null, since))).toBeNull();
    expect(today.tenureEnd(permitted, tenure('phong-ktcn-sxd', 'named', since))).toBeNull();
    const unsaid = facts('XD', { unitId: WARDS.banCo });
    expect(today.tenureEnd(unsaid, tenure('phong-ktcn-sxd', 'XD-9', since))).toBeNull();
  });

  it('stays with a default whose words are no longer in the book: the centre drains on after 2025-07-01', () => {
    const held = tenure('tt-qlhtkt-hcm', 'NUOC-4', on('2025-06-20'));
    expect(today.tenureEnd(facts('NUOC'), held)).toEqual({
      at: '2026-01-29T17:00:00.000Z',
      because: 'holder-abolished',
    });
    const next = today.successor(facts('NUOC'), held, '2026-01-29T17:00:00.000Z');
    expect(next.holder.id).toBe('tt-qlgt-htkt-hcm');
  });

  it('finds a function that moves also where the ward was divided meanwhile', () => {
    const divided = facts('XD', { unitId: WARDS.ward4District3, conditions: { 'xd-so-cap': true } });
    const held = tenure('phong-ktcn-sxd', 'XD-9', on('2025-11-10'));
    expect(today.tenureEnd(divided, held)?.at).toBe('2025-11-19T17:00:00.000Z');
    expect(today.successor(divided, held, '2025-11-19T17:00:00.000Z').holder.id).toBe('so-xd-hcm');
  });

  it('is over where today’s registry knows no such agency', () => {
    const since = on('2025-02-20');
    expect(today.tenureEnd(facts('XD'), tenure('co-quan-la', null, since))).toEqual({
      at: startOfDay('2025-02-20'),
      because: 'holder-abolished',
    });
  });
});

describe('a release that came after the petition', () => {
  const before = jurisdictionOf(buildRegistry(asKnownOn(parts, '2025-02-15')), 'before');
  const since = on('2025-02-20');

  it('ends what seemed to have no end', () => {
    const routed = before.next(
      facts('GT-BIEN'),
      { id: 'ubnd-huyen/d:770@0', name: '', tier: 'huyen' },
      {
        at: since,
        why: 'beyond-competence',
      },
    );
    expect(routed).toMatchObject({ holder: { id: 'so-gtvt-hcm' }, holderValidTo: null });
    const held = { holder: routed.holder, ruleId: routed.rule.id, since };
    expect(before.tenureEnd(facts('GT-BIEN'), held)).toBeNull();
    expect(today.tenureEnd(facts('GT-BIEN'), held)).toEqual({
      at: startOfDay('2025-03-01'),
      because: 'holder-abolished',
    });
    expect(today.successor(facts('GT-BIEN'), held, startOfDay('2025-03-01')).holder.id).toBe('so-gtcc-hcm');
  });

  it('divides work by the category: welfare goes to the department of health, identity cards to the ward’s police', () => {
    const at = startOfDay('2025-03-01');
    const welfare = tenure('so-ldtbxh-hcm', 'ASXH-4', since);
    expect(today.successor(facts('ASXH'), welfare, at).holder.id).toBe('so-y-te-hcm');
    const cards = tenure('cong-an-huyen/d:770@0', 'CCCD-1', since);
    expect(today.successor(facts('CCCD'), cards, at).holder.id).toBe('cong-an-xa/w:27157@0');
  });

  it('takes effect from the first day of the tenure where it should have been known then', () => {
    const late = tenure('phong-ktcn-sxd', 'XD-9', on('2025-12-05'));
    const permitted = facts('XD', { unitId: WARDS.banCo, conditions: { 'xd-so-cap': true } });
    expect(today.tenureEnd(permitted, late)).toEqual({
      at: startOfDay('2025-12-05'),
      because: 'function-moved',
    });
  });
});

describe('boards for several wards, once the city has entered which serves whom', () => {
  const entered = structuredClone(parts);
  entered.assignments.zones.push(['ban-btgpmb-hcm', 'kv3', 'Khu vực 3']);
  entered.assignments.assignments.push([
    'ban-btgpmb-hcm',
    WARDS.banCo,
    'kv3',
    '2025-07-01',
    '2026-02-02',
    '',
    'assumed',
  ]);
  const city = jurisdictionOf(buildRegistry(entered), 'entered');
  const compensation = facts('DATDAI', { unitId: WARDS.banCo, conditions: { 'boi-thuong': true } });

  it('hand their work to the ward on 2026-02-02', () => {
    const routed = city.first(compensation, on('2026-01-20'));
    expect(routed).toMatchObject({ holder: { id: 'ban-btgpmb-hcm/kv3' }, rule: { id: 'DATDAI-6' } });
    const held = { holder: routed.holder, ruleId: routed.rule.id, since: on('2026-01-20') };
    const end = city.tenureEnd(compensation, held);
    expect(end).toEqual({ at: startOfDay('2026-02-02'), because: 'holder-abolished' });
    expect(city.successor(compensation, held, startOfDay('2026-02-02'))).toMatchObject({
      holder: { name: 'UBND Phường Bàn Cờ' },
      rule: { id: 'DATDAI-7' },
    });
  });
});
