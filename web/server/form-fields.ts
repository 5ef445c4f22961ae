import { markup, raw, type Html } from './markup.js';
import type { FieldError, TaskFormView } from './views.js';

/** Where and how one field of the form is shown. */
export interface FieldSpec {
  name: string;
  label: string;
  hint?: Html | string;
}

export const errorOf = (errors: readonly FieldError[], name: string): string | null =>
  errors.find(({ field }) => field === name)?.message ?? null;

/** The field's error, announced as one. */
export const errorLine = (name: string, message: string | null): Html | null =>
  message === null
    ? null
    : markup`<p class="error" id="${name}-error"><span class="hidden">Lỗi: </span>${message}</p>`;

/** `aria-describedby` of a field with a hint or an error, as an attribute with its leading space. */
const describedBy = (name: string, has: { hint: boolean; error: boolean }): Html | null => {
  const ids = [has.hint ? `${name}-hint` : null, has.error ? `${name}-error` : null].filter(
    (id) => id !== null,
  );
  return ids.length === 0 ? null : markup` aria-describedby="${ids.join(' ')}"`;
};

const wrap = (spec: FieldSpec, error: string | null, control: Html): Html => markup`
<div class="${error === null ? 'field' : 'field wrong'}">
<label for="${spec.name}">${spec.label}</label>
${spec.hint === undefined ? null : markup`<div class="hint" id="${spec.name}-hint">${spec.hint}</div>`}
${errorLine(spec.name, error)}
${control}
</div>`;

const attributes = (spec: FieldSpec, error: string | null): Html =>
  markup`id="${spec.name}" name="${spec.name}"${describedBy(spec.name, { hint: spec.hint !== undefined, error: error !== null })}${error === null ? null : raw(' aria-invalid="true"')}`;

type FormState = Pick<TaskFormView, 'typed' | 'errors'>;

export const textField = (
  form: FormState,
  spec: FieldSpec & { maxLength: number; autocomplete?: string },
): Html => {
  const error = errorOf(form.errors, spec.name);
  const value = form.typed[spec.name] ?? '';
  return wrap(
    spec,
    error,
    markup`<input type="text" ${attributes(spec, error)} maxlength="${spec.maxLength}" autocomplete="${spec.autocomplete ?? 'off'}" value="${value}">`,
  );
};

export const textArea = (form: FormState, spec: FieldSpec & { maxLength: number }): Html => {
  const error = errorOf(form.errors, spec.name);
  // A line break right after the tag is dropped by browsers: this one keeps the first one typed.
  return wrap(
    spec,
    error,
    markup`<textarea ${attributes(spec, error)} rows="6" maxlength="${spec.maxLength}">
${form.typed[spec.name] ?? ''}</textarea>`,
  );
};

export const dateField = (form: FormState, spec: FieldSpec & { first: string; last: string }): Html => {
  const error = errorOf(form.errors, spec.name);
  const value = form.typed[spec.name] ?? '';
  return wrap(
    spec,
    error,
    markup`<input type="date" ${attributes(spec, error)} min="${spec.first}" max="${spec.last}" value="${value}">`,
  );
};

export const selectField = (
  form: FormState,
  spec: FieldSpec & { options: readonly { id: string; name: string }[]; empty: string },
): Html => {
  const error = errorOf(form.errors, spec.name);
  const chosen = form.typed[spec.name] ?? '';
  const options = spec.options.map(
    ({ id, name }) =>
      markup`<option value="${id}"${id === chosen ? raw(' selected') : null}>${name}</option>`,
  );
  return wrap(
    spec,
    error,
    markup`<select ${attributes(spec, error)}><option value="">${spec.empty}</option>${options}</select>`,
  );
};

export const fileField = (form: FormState, spec: FieldSpec & { accept: string; isSingle?: true }): Html => {
  const error = errorOf(form.errors, spec.name);
  return wrap(
    spec,
    error,
    markup`<input type="file" ${attributes(spec, error)} accept="${spec.accept}"${spec.isSingle === true ? null : raw(' multiple')}>`,
  );
};

/** Radio buttons of one question, none of them chosen unless it was typed before. */
export const radioField = (
  form: FormState,
  spec: FieldSpec & { options: readonly { id: string; name: string; hint?: string }[]; isInline?: boolean },
): Html => {
  const error = errorOf(form.errors, spec.name);
  const options = spec.options.map(({ id, name, hint }, i) => {
    const isChosen = form.typed[spec.name] === id;
    const inputId = i === 0 ? spec.name : `${spec.name}-${id}`;
    return markup`<div class="choice"><input type="radio" id="${inputId}" name="${spec.name}" value="${id}"${isChosen ? raw(' checked') : null}><label for="${inputId}">${name}</label>${hint === undefined ? null : markup`<p class="hint">${hint}</p>`}</div>`;
  });
  return markup`
<fieldset class="${error === null ? 'field' : 'field wrong'}${spec.isInline === true ? ' inline' : ''}"${describedBy(spec.name, { hint: spec.hint !== undefined, error: error !== null })}>
<legend>${spec.label}</legend>
${spec.hint === undefined ? null : markup`<div class="hint" id="${spec.name}-hint">${spec.hint}</div>`}
${errorLine(spec.name, error)}
${options}
</fieldset>`;
};
