import type { Agency } from '../registry/agency-on.js';
import type { Category, CompetenceRule } from '../registry/competence.js';
import type { Registry } from '../registry/registry.js';
import { fullName } from '../registry/unit-name.js';
import type { LocalDay } from '../time.js';
import type { Site } from './place.js';
import type { OpenCondition } from './verdict.js';

/** Bound of `assignmentSchema.rule.reason`. */
const MAX_LENGTH = 1000;

const TIER_NAMES = { xa: 'cấp xã', huyen: 'cấp huyện', tinh: 'cấp tỉnh' } as const;

const asDate = (day: LocalDay): string => day.split('-').reverse().join('/');

const basisOf = ({ basis, status }: CompetenceRule): string => {
  const source = basis === '' ? '' : ` Căn cứ: ${basis}.`;
  return status === 'sourced' ? source : `${source} Quy tắc này là giả định, chờ địa phương xác nhận.`;
};

export const siteName = (registry: Registry, { ward, district, province }: Site): string =>
  fullName(registry, ward ?? district ?? province);

const shorten = (text: string): string =>
  text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;

export interface Explained {
  category: Category;
  site: Site;
  rule: CompetenceRule;
  lead: Agency;
  /** Function that nobody holds in the province. */
  standsInFor?: string | undefined;
  unknown: readonly OpenCondition[];
  /** The rule names this agency, about which the petition complains. */
  accused?: Agency | undefined;
}

const conditionOf = (registry: Registry, { when }: CompetenceRule): string => {
  const question = when === null ? undefined : registry.condition(when)?.question;
  return question === undefined ? '' : `, vì đã xác nhận “${question}”`;
};

/** Why this agency: the rule of the day, its standing, and what was counted as not true. */
export const explain = (registry: Registry, told: Explained): string => {
  const { category, site, rule, lead } = told;
  const place = siteName(registry, site);
  const parts = [
    `Việc thuộc nhóm “${category.label}” tại ${place}.`,
    `Theo quy tắc ${rule.id} (${TIER_NAMES[rule.tier]}) áp dụng ngày ${asDate(site.day)}${conditionOf(registry, rule)}, ${lead.name} chủ trì.${basisOf(rule)}`,
  ];
  if (told.standsInFor !== undefined)
    parts.push(
      `Chưa có cơ quan nào được ghi nhận giữ chức năng “${told.standsInFor}”, nên ${lead.name} tiếp nhận và phân công.`,
    );
  if (told.accused !== undefined)
    parts.push(`Kiến nghị phản ánh ${told.accused.name}, nên cấp trên trực tiếp giải quyết.`);
  if (told.unknown.length > 0)
    parts.push(`Chưa rõ (tạm coi là không): ${told.unknown.map(({ question }) => question).join(' ')}`);
  return shorten(parts.join(' '));
};

/** Why it goes up: by the chain of superiors, or to the end of it. */
export const explainStep = (
  from: string,
  to: Agency,
  why: 'late' | 'beyond-competence' | 'reform',
): string => {
  if (why === 'late') return `${from} đã quá thời hạn mà chưa giải quyết. Hồ sơ được chuyển lên ${to.name}.`;
  if (why === 'reform')
    return `${from} đã kết thúc hoạt động. ${to.name} tiếp nhận hồ sơ, giữ nguyên ngày nhận và thời hạn.`;
  return `Việc vượt thẩm quyền của ${from}. Hồ sơ được chuyển lên ${to.name}.`;
};
