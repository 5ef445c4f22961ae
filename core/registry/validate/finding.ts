/** A fault of the data, told to whoever mends the file. */
export interface Finding {
  severity: 'error' | 'warning';
  file: string;
  /** Id or path inside the file. */
  place: string;
  what: string;
  /** How to mend it. */
  mend: string;
}

export const error = (file: string, place: string, told: { what: string; mend: string }): Finding => ({
  severity: 'error',
  file,
  place,
  ...told,
});

export const warning = (file: string, place: string, told: { what: string; mend: string }): Finding => ({
  ...error(file, place, told),
  severity: 'warning',
});
