import type { CategorySuggestion, Suggestion } from '../../core/petition/desk-precedent.js';
import { dayWords } from '../words/dates.js';
import { FIELD_LABELS } from './field-labels.js';
import { radioField } from './form-fields.js';
import type { Html } from './markup.js';
import type { TaskFormView } from './views.js';

const countWords = ({ times, lastOn }: Suggestion | CategorySuggestion): string =>
  `Lần gần nhất ngày ${dayWords(lastOn)}; ${times} lần.`;

/** Where the desk has sent such matters; none is chosen beforehand. */
export const suggestionField = (form: TaskFormView): Html | null => {
  const { agencies = [] } = form.suggestions ?? {};
  return agencies.length === 0
    ? null
    : radioField(form, {
        name: 'suggestedAgency',
        label: FIELD_LABELS.suggestedAgency,
        hint: 'Những lần bàn tiếp nhận đã chuyển việc cùng loại, cùng nơi. Chỉ để tham khảo; chọn đơn vị trong danh sách dưới thì đơn vị đó được dùng.',
        options: agencies.map((suggestion) => ({
          id: suggestion.agency.id,
          name: suggestion.agency.name,
          hint: countWords(suggestion),
        })),
      });
};

/** As what the desk has classified such matters; none is chosen beforehand. */
export const suggestedCategoryField = (form: TaskFormView): Html | null => {
  const { categories = [] } = form.suggestions ?? {};
  return categories.length === 0
    ? null
    : radioField(form, {
        name: 'suggestedCategory',
        label: FIELD_LABELS.suggestedCategory,
        hint: 'Những lần bàn tiếp nhận đã phân loại lại việc cùng loại, cùng nơi. Chỉ để tham khảo; chọn loại việc trong danh sách dưới thì loại việc đó được dùng.',
        options: categories.map((suggestion) => ({
          id: suggestion.category.code,
          name: suggestion.category.label,
          hint: countWords(suggestion),
        })),
      });
};
