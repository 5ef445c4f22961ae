import { labelOfField } from './field-labels.js';
import { markup, type Html } from './markup.js';
import type { TaskFormView } from './views.js';

/** Any form of an official's page; a superior's has no list of decisions. */
type FaultyForm = Pick<TaskFormView, 'typed' | 'errors'> & { decisions?: readonly string[] };

/** A general message needs its field's name to be understood up here. */
const sentence = (field: string, message: string): string => {
  const label = labelOfField(field);
  return label === null ? message : `${label}: ${message}`;
};

/** A field without an input of its own name leads to the choice. */
const targetOf = (field: string, form: FaultyForm): string => {
  if (labelOfField(field) !== null || form.decisions === undefined) return field;
  return `decision-${form.typed['decision'] ?? form.decisions[0] ?? ''}`;
};

/** All errors at the top of the page, each a link to its field; takes the focus, so that it is read out first. */
export const renderErrorSummary = (form: FaultyForm): Html | null =>
  form.errors.length === 0
    ? null
    : markup`
<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
<h2 id="summary-title">Chưa ghi nhận được, xin sửa ${form.errors.length} mục</h2>
<ul>${form.errors.map(({ field, message }) => markup`<li><a href="#${targetOf(field, form)}">${sentence(field, message)}</a></li>`)}</ul>
</div>`;
