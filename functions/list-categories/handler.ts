import type { Category } from '../../core/registry/competence.js';
import type { Registry } from '../../core/registry/registry.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import type { CategoriesAnswer } from './schema.js';

type Rules = Pick<Registry, 'categories' | 'condition'>;

export interface ListCategoriesDeps {
  observability: Observability;
  /** The rules in force, the same in all provinces. */
  rules(): Promise<Rules>;
}

const questionsOf = (rules: Rules, category: Category) =>
  [...new Set(category.rules.flatMap((rule) => rule.when ?? []))].flatMap((key) => {
    const question = rules.condition(key)?.question;
    return question === undefined ? [] : [{ key, question }];
  });

const toItem = (rules: Rules, category: Category): CategoriesAnswer['items'][number] => {
  const { code, label, lane, explain, examples, elsewhere, evidence, urgentWhen, emergency } = category;
  return {
    ...{ code, label, group: lane, explain, examples, elsewhere, evidence, urgentWhen, emergency },
    hidesSubmitter: category.hidesSubmitter,
    questions: questionsOf(rules, category),
  };
};

/** Changes with a release of the registry only. */
const CACHE = { 'cache-control': 'public, max-age=300' };

/** Categories in the order of the registry, with the questions that decide between agencies. */
export const createHandler = (deps: ListCategoriesDeps) =>
  httpBundle(deps.observability).handler(async () => {
    const rules = await deps.rules();
    const answer: CategoriesAnswer = { items: rules.categories().map((category) => toItem(rules, category)) };
    return json(200, answer, CACHE);
  });
