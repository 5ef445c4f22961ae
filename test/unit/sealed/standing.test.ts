import { describe, expect, it } from 'vitest';
import { agencyOn } from '../../../core/registry/agency-on.js';
import type { AgencyVersion } from '../../../core/registry/agency.js';
import type { Registry } from '../../../core/registry/registry.js';
import { toRef } from '../../../core/routing/verdict.js';
import { standingOf } from '../../../core/sealed/standing.js';
import { registry, WARDS } from '../routing/shipped.js';

const DAY = '2026-12-02';
const POLICE = 'cong-an-tinh/p:79@2025-07';
const WARD = `ubnd-xa/${WARDS.thoiAn}`;
const CITY = 'ubnd-tinh/p:79@2025-07';

const held = (bodyId: string, ...accused: string[]) => {
  const body = agencyOn(registry, bodyId, '2026-11-22');
  if (body === null) throw new Error(bodyId);
  return {
    ...{ body: toRef(body), provinceId: 'p:79@2025-07', accused: null, superiorToo: false },
    ...{ receivedAt: '2026-11-22T02:00:00.000Z', excluded: { accused, below: [] } },
  };
};

/** A release in which a body ends on 1 December and another takes everything over. */
const merged = (baseId: string, into: string): Registry => ({
  ...registry,
  versions: (id) =>
    registry.versions(id).map((each, i, all) =>
      id === baseId && i === all.length - 1
        ? {
            ...each,
            validTo: '2026-12-01',
            successors: [[into, 'whole' as const, '']] as AgencyVersion['successors'],
          }
        : each,
    ),
});

describe('may a body keep a file', () => {
  it('yes, as long as nothing has changed; those below the accused are noted', () => {
    const standing = standingOf(registry, held('thanh-tra-hcm', WARD), DAY);
    expect(standing).toMatchObject({ kind: 'stays', excluded: { accused: [WARD] } });
    expect(standing.excluded.below).toContain(`vp-hdnd-ubnd/${WARDS.thoiAn}`);
  });

  it('no, once an accused agency has merged into it: the next that may, and the merged one is accused', () => {
    const file = held('thanh-tra-hcm', POLICE);
    expect(standingOf(registry, file, DAY).kind).toBe('stays');
    const standing = standingOf(merged('cong-an-tinh', 'thanh-tra-hcm'), file, DAY);
    expect(standing).toMatchObject({
      ...{ kind: 'leaves', why: 'body-excluded', found: { body: { id: CITY } } },
      excluded: { accused: [POLICE, 'thanh-tra-hcm'] },
    });
  });

  it('no, where it stands below an accused one, or is one', () => {
    for (const bodyId of [WARD, `vp-hdnd-ubnd/${WARDS.thoiAn}`])
      expect(standingOf(registry, held(bodyId, WARD), DAY)).toMatchObject({
        ...{ kind: 'leaves', why: 'body-excluded', found: { body: { id: 'thanh-tra-hcm' } } },
      });
  });

  it('goes to nobody rather than to the accused', () => {
    const standing = standingOf(registry, held('thanh-tra-hcm', WARD, CITY), DAY);
    expect(standing).toMatchObject({ kind: 'leaves', found: null });
  });

  it('accuses the superior of the day of receipt, not whoever is superior later', () => {
    const moved: Registry = {
      ...registry,
      versions: (id) =>
        registry
          .versions(id)
          .map((each) => (id === 'cong-an-xa' ? { ...each, superior: 'thanh-tra-hcm' } : each)),
    };
    const accused = [`cong-an-xa/${WARDS.thoiAn}`, POLICE];
    const standing = standingOf(moved, held('thanh-tra-hcm', ...accused), DAY);
    expect(standing).toMatchObject({ kind: 'stays', excluded: { accused } });
  });
});
