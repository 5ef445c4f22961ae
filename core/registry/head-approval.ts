import * as z from 'zod';
import { APPROVAL_WAYS, type ApprovalNeeds } from '../petition/approval-way.js';
import { FINAL_DECISIONS } from '../petition/final-decision.js';

/** Who must agree before a final answer leaves an agency, as a city has decided it. */
const HeadApprovalRuleSchema = z.strictObject({
  /** Id of the province, as of the day of the petition. */
  province: z.string().max(40),
  /** Only for these agencies; all of the province where it is absent. */
  agencies: z.array(z.string().max(120)).min(1).max(500).optional(),
  decisions: z.array(z.enum(FINAL_DECISIONS)).min(1).max(FINAL_DECISIONS.length),
  /** `none`: what a rule below says for the whole province does not hold for these agencies. */
  how: z.enum([...APPROVAL_WAYS, 'none']),
  basis: z.string().max(300),
  status: z.enum(['sourced', 'provisional', 'assumed']),
});
type HeadApprovalRule = z.infer<typeof HeadApprovalRuleSchema>;

/** Part of registry/data/service-levels.json. Releases from before it was here ask for no approval. */
export const HeadApprovalSchema = z
  .strictObject({ rules: z.array(HeadApprovalRuleSchema).max(200), note: z.string().max(500).optional() })
  .default({ rules: [] });
type HeadApproval = z.infer<typeof HeadApprovalSchema>;

/** The final decisions of an agency that need its head's approval, and how: for each, the first rule that names it. */
export const approvalNeeded = (
  { rules }: HeadApproval,
  of: { provinceId: string; agencyId: string },
): ApprovalNeeds => {
  const isOf = ({ province, agencies }: HeadApprovalRule): boolean =>
    province === of.provinceId && (agencies === undefined || agencies.includes(of.agencyId));
  const own = rules.filter(isOf);
  return Object.fromEntries(
    FINAL_DECISIONS.flatMap((decision) => {
      const how = own.find(({ decisions }) => decisions.includes(decision))?.how ?? 'none';
      return how === 'none' ? [] : [[decision, how]];
    }),
  );
};
