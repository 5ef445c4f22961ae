import type { CategoryFacts } from '../ports/registers.js';

/** The class that lifts a matter above the ordinary: notices leave at once. */
export const URGENT_CLASS = 'khan';

/** Submitter whose findings have a term of their own: the People's Inspection Board (Law 10/2022/QH15 art. 40). */
export const INSPECTION_BOARD = 'inspection-board';
const INSPECTION_BOARD_CLASS = 'thanh-tra-nhan-dan';

/** What decides which terms a petition has. */
interface Classed {
  category: Pick<CategoryFacts, 'lane' | 'serviceClass' | 'urgentWhen'>;
  /** The category's urgent circumstances are given. */
  urgent: boolean;
  submitterKind: string;
}

/**
 * The service class of a petition: urgent circumstances, then the submitter's own term, then that of the category. The
 * Party lane has no clock, whoever hands it in.
 */
export const serviceClassOf = ({ category, urgent, submitterKind }: Classed): string => {
  if (urgent && category.urgentWhen !== '') return URGENT_CLASS;
  const isBoard = submitterKind === INSPECTION_BOARD && category.lane === 'admin';
  return isBoard ? INSPECTION_BOARD_CLASS : category.serviceClass;
};
