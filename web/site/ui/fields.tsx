import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Id of the input; errors and hints get theirs from it. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

const describedBy = ({ id, hint, error }: FieldProps): { 'aria-describedby'?: string } => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    Boolean,
  );
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

const inputProps = (field: FieldProps) => ({
  id: field.id,
  name: field.id,
  ...describedBy(field),
  ...(field.error === undefined ? {} : { 'aria-invalid': true as const }),
});

export const FieldError = ({ id, error }: Pick<FieldProps, 'id' | 'error'>) =>
  error === undefined ? null : (
    <p class="error" id={`${id}-error`}>
      <span class="hidden">Lỗi: </span>
      {error}
    </p>
  );

const Hint = ({ id, hint }: FieldProps) =>
  hint === undefined ? null : (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );

/** Label, hint and error around one control. */
export const Field = ({ children, ...field }: FieldProps & { children: ComponentChildren }) => (
  <div class={field.error === undefined ? 'field' : 'field wrong'}>
    <label for={field.id}>{field.label}</label>
    <Hint {...field} />
    <FieldError {...field} />
    {children}
  </div>
);

type TextType = 'text' | 'search' | 'tel' | 'email' | 'date' | 'month' | 'datetime-local';

/** The attribute types tell inputs apart by one literal type each; text fields differ in nothing that matters here. */
const typed = (type: TextType) => ({ type }) as { type: 'text' };

export interface TextProps extends FieldProps {
  value: string;
  onValue: (value: string) => void;
  type?: TextType;
  maxLength?: number;
  autoComplete?: string;
  isShort?: boolean;
}

export const TextField = ({
  value,
  onValue,
  type = 'text',
  maxLength,
  autoComplete = 'off',
  isShort,
  ...field
}: TextProps) => (
  <Field {...field}>
    <input
      {...inputProps(field)}
      class={isShort === true ? 'short' : ''}
      {...typed(type)}
      value={value}
      {...(maxLength === undefined ? {} : { maxLength })}
      autoComplete={autoComplete}
      onInput={(event) => {
        onValue(event.currentTarget.value);
      }}
    />
  </Field>
);

/** A long text with the characters that are left, said aloud only at the end. */
export const LongTextField = ({
  value,
  onValue,
  maxLength,
  ...field
}: FieldProps & { value: string; onValue: (value: string) => void; maxLength: number }) => {
  const left = maxLength - value.length;
  return (
    <Field {...field}>
      <textarea
        {...inputProps(field)}
        rows={8}
        maxLength={maxLength}
        value={value}
        onInput={(event) => {
          onValue(event.currentTarget.value);
        }}
      />
      <p class="hint" aria-live={left <= 100 ? 'polite' : 'off'}>
        Còn {left.toLocaleString('vi-VN')} ký tự
      </p>
    </Field>
  );
};

export interface Option {
  id: string;
  name: string;
  hint?: string | undefined;
}

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
  value: string;
  onValue: (value: string) => void;
  /** In a row instead of one below the other. */
  list?: 'inline';
}

/** Radio buttons of one question; the first one carries the question's id, so that error links reach it. */
export const ChoiceField = ({ options, value, onValue, list, ...field }: ChoiceProps) => (
  <fieldset class={field.error === undefined ? '' : 'wrong'} {...describedBy(field)}>
    <legend>{field.label}</legend>
    <Hint {...field} />
    <FieldError {...field} />
    <div class={list ?? ''}>
      {options.map(({ id, name, hint }, i) => {
        const inputId = i === 0 ? field.id : `${field.id}-${id}`;
        return (
          <div class="choice" key={id}>
            <input
              type="radio"
              id={inputId}
              name={field.id}
              value={id}
              checked={id === value}
              onChange={() => {
                onValue(id);
              }}
              {...(hint === undefined ? {} : { 'aria-describedby': `${inputId}-about` })}
            />
            <label for={inputId}>{name}</label>
            {hint === undefined ? null : (
              <p class="hint" id={`${inputId}-about`}>
                {hint}
              </p>
            )}
          </div>
        );
      })}
    </div>
  </fieldset>
);

export const CheckField = ({
  isChecked,
  onChecked,
  ...field
}: FieldProps & { isChecked: boolean; onChecked: (isChecked: boolean) => void }) => (
  <div class={field.error === undefined ? 'field' : 'field wrong'}>
    <FieldError {...field} />
    <div class="choice">
      <input
        {...inputProps(field)}
        type="checkbox"
        checked={isChecked}
        onChange={(event) => {
          onChecked(event.currentTarget.checked);
        }}
      />
      <label for={field.id}>{field.label}</label>
      <Hint {...field} />
    </div>
  </div>
);

export const SelectField = ({
  options,
  value,
  onValue,
  ...field
}: FieldProps & { options: readonly Option[]; value: string; onValue: (value: string) => void }) => (
  <Field {...field}>
    <select
      {...inputProps(field)}
      value={value}
      onChange={(event) => {
        onValue(event.currentTarget.value);
      }}
    >
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </Field>
);
