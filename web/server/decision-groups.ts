import type { Decision } from '../../core/petition/transitions.js';

interface DecisionGroup {
  title: string;
  decisions: readonly Decision[];
}

/** What happens most stands first, what ends the matter without an answer last. */
const GROUPS: readonly DecisionGroup[] = [
  { title: 'Giải quyết', decisions: ['accept', 'resolve', 'note', 'commit', 'ask'] },
  {
    title: 'Phối hợp',
    decisions: [
      'assign',
      'allow-support-extension',
      'refuse-support-extension',
      'request-support',
      'end-support',
      'propose-visit',
    ],
  },
  { title: 'Thời hạn', decisions: ['extend', 'request-extension'] },
  {
    title: 'Chuyển đơn vị, phân loại lại',
    decisions: [
      'unlink-duplicate',
      'direct',
      'transfer',
      'refer-up',
      'beyond-competence',
      'reclassify',
      'link-duplicate',
      'split',
    ],
  },
  { title: 'Kết thúc mà không giải quyết', decisions: ['forward', 'guide', 'reject'] },
];

/** The decisions that are offered, in groups; empty ones are left out. */
export const offeredGroups = ({ decisions }: { decisions: readonly Decision[] }): DecisionGroup[] =>
  GROUPS.map(({ title, decisions: own }) => ({
    title,
    decisions: own.filter((each) => decisions.includes(each)),
  })).filter((group) => group.decisions.length > 0);
