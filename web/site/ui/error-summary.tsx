import { useEffect, useRef } from 'preact/hooks';

/** Messages by the id of the field that they belong to. */
export type FieldErrors = Readonly<Record<string, string>>;

interface SummaryProps {
  title: string;
  detail?: string;
  errors: FieldErrors;
  /** Names of fields whose messages do not name them. */
  labels?: Readonly<Record<string, string>>;
  /** Changes with every attempt, so that the focus comes back here each time. */
  attempt: number;
}

/** All errors above the form, each a link to its field; takes the focus, so that it is read out first. */
export const ErrorSummary = ({ title, detail, errors, labels = {}, attempt }: SummaryProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{title}</h2>
      {detail === undefined || detail === '' ? null : <p>{detail}</p>}
      <ul>
        {Object.entries(errors).map(([field, message]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {labels[field] === undefined ? message : `${labels[field]}: ${message}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
