import { describe, expect, it } from 'vitest';
import { approvalNeeded, HeadApprovalSchema } from '../../../core/registry/head-approval.js';
import { ServiceLevelsFileSchema } from '../../../core/registry/service-level.js';
import { validateHeadApproval } from '../../../core/registry/validate/validate-head-approval.js';
import { readParts } from '../../../registry/read-parts.js';

const CITY = 'p:79@2025-07';
const WARD = 'ubnd-xa/w:26773@2025-07';
const assumed = { how: 'head-link', basis: '', status: 'assumed' };
const shipped = readParts();

const needed = (rules: object[], of = { provinceId: CITY, agencyId: WARD }) =>
  approvalNeeded(HeadApprovalSchema.parse({ rules }), of);

const faults = (rules: object[]): string[] => {
  const headApproval = HeadApprovalSchema.parse({ rules });
  const parts = { ...shipped, serviceLevels: { ...shipped.serviceLevels, headApproval } };
  return validateHeadApproval(parts).map(({ what }) => what);
};

describe("the head's approval", () => {
  it('is asked for by nobody as shipped, nor by a release from before there was such a rule', () => {
    expect(shipped.serviceLevels.headApproval.rules).toEqual([]);
    const { headApproval: _later, ...older } = shipped.serviceLevels;
    expect(ServiceLevelsFileSchema.parse(older).headApproval).toEqual({ rules: [] });
  });

  it('is asked for where a rule names the province, for the decisions that it names', () => {
    const rules = [{ ...assumed, province: CITY, decisions: ['resolve', 'reject'] }];
    expect(needed(rules)).toEqual({ resolve: 'head-link', reject: 'head-link' });
    expect(needed(rules, { provinceId: 'p:48@2025-07', agencyId: WARD })).toEqual({});
  });

  it('is asked of some agencies only, or of all but some: the first rule that fits a decision counts', () => {
    const some = [{ ...assumed, province: CITY, agencies: [WARD], decisions: ['resolve'] }];
    expect(needed(some)).toEqual({ resolve: 'head-link' });
    expect(needed(some, { provinceId: CITY, agencyId: 'ubnd-tinh/p:79@2025-07' })).toEqual({});
    const allBut = [
      { ...assumed, province: CITY, agencies: [WARD], decisions: ['resolve'], how: 'none' },
      { ...assumed, province: CITY, decisions: ['resolve', 'guide'] },
    ];
    expect(needed(allBut)).toEqual({ guide: 'head-link' });
    expect(needed(allBut, { provinceId: CITY, agencyId: 'ubnd-tinh/p:79@2025-07' })).toEqual({
      ...{ resolve: 'head-link', guide: 'head-link' },
    });
  });

  it('is given by the link of the head or by a one-time code, each decision in its own way; there is no other', () => {
    const rule = { ...assumed, province: CITY, decisions: ['resolve'], how: 'one-time-code' };
    expect(needed([rule, { ...assumed, province: CITY, decisions: ['resolve', 'reject'] }])).toEqual({
      ...{ resolve: 'one-time-code', reject: 'head-link' },
    });
    expect(HeadApprovalSchema.safeParse({ rules: [{ ...rule, how: 'phone' }] }).success).toBe(false);
  });

  it('a code holds for working hours, four where a release does not say', () => {
    const { answerCode: _later, ...terms } = shipped.serviceLevels.terms;
    const older = ServiceLevelsFileSchema.parse({ ...shipped.serviceLevels, terms });
    expect(older.terms.answerCode).toMatchObject({ amount: 4, unit: 'workingHours', status: 'assumed' });
    expect(shipped.serviceLevels.terms.answerCode).toMatchObject({ amount: 4, status: 'assumed' });
    const days = { ...older.terms.answerCode, unit: 'workingDays' };
    const wrong = { ...shipped.serviceLevels, terms: { ...terms, answerCode: days } };
    expect(ServiceLevelsFileSchema.safeParse(wrong).success).toBe(false);
  });

  it('is refused for provinces and agencies that there are not', () => {
    expect(faults([{ ...assumed, province: CITY, agencies: [WARD], decisions: ['resolve'] }])).toEqual([]);
    expect(faults([{ ...assumed, province: 'p:0@0', decisions: ['resolve'] }])).toEqual([
      'unknown province p:0@0',
    ]);
    const strangers = ['ubnd-xa/w:0@0', 'khong-co', 'ubnd-xa'];
    expect(faults([{ ...assumed, province: CITY, agencies: strangers, decisions: ['resolve'] }])).toEqual(
      strangers.map((id) => `unknown agency ${id}`),
    );
  });
});
