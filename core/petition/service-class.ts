import type { CategoryFacts } from '../ports/registers.js';

/** The class that lifts a matter above the ordinary: notices leave at once. */
export const URGENT_CLASS = 'khan';

/** What decides which terms a petition has. */
interface Classed {
  category: Pick<CategoryFacts, 'lane' | 'serviceClass' | 'urgentWhen'>;
  /** The category's urgent circumstances are given. */
  urgent: boolean;
}

/** The service class of a petition: urgent circumstances before that of the category. */
export const serviceClassOf = ({ category, urgent }: Classed): string =>
  urgent && category.urgentWhen !== '' ? URGENT_CLASS : category.serviceClass;
