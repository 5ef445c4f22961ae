/** Text that is markup already. Only `markup` and `raw` make it, so whatever else meets a template is escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | string | number | null | readonly Value[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? '');

const markupOf = (value: Value): string => {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(markupOf).join('');
};

/**
 * Markup with every value escaped. Not called `html`: formatters would reflow what stands in it, and white space matters
 * in a style sheet named by its hash, in texts shown as typed and in text areas. Attribute values must stand in double
 * quotes. `null` and lists are welcome, so that templates need neither `join` nor empty strings.
 */
export const markup = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, i) => part + markupOf(values[i] ?? null)).join(''));

/** Constants of this source code as markup. Never anything that came from outside. */
export const raw = (constant: string): Html => new Html(constant);
