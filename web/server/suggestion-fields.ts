import { dayWords } from '../words/dates.js';
import { FIELD_LABELS } from './field-labels.js';
import { radioField } from './form-fields.js';
import type { Html } from './markup.js';
import type { TaskFormView } from './views.js';

/** Where the desk has sent such matters; none is chosen beforehand. */
export const suggestionField = (form: TaskFormView): Html | null => {
  const { suggestions = [] } = form;
  return suggestions.length === 0
    ? null
    : radioField(form, {
        name: 'suggestedAgency',
        label: FIELD_LABELS.suggestedAgency,
        hint: 'Những lần bàn tiếp nhận đã chuyển việc cùng loại, cùng nơi. Chỉ để tham khảo; chọn đơn vị trong danh sách dưới thì đơn vị đó được dùng.',
        options: suggestions.map(({ agency, times, lastOn }) => ({
          id: agency.id,
          name: agency.name,
          hint: `Lần gần nhất ngày ${dayWords(lastOn)}; ${times} lần.`,
        })),
      });
};
