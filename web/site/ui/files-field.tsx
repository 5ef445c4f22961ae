import { Field } from './fields.js';

/** Takes files of the reader's machine, some at once. `onFiles` may take its time: the field is free for others after it. */
export const FilesField = ({
  id,
  label,
  hint,
  accept,
  error,
  onFiles,
}: {
  id: string;
  label: string;
  hint: string;
  accept: string;
  error: string | undefined;
  onFiles: (files: readonly File[]) => Promise<void>;
}) => (
  <Field id={id} label={label} hint={hint} error={error}>
    <input
      type="file"
      id={id}
      accept={accept}
      multiple
      aria-describedby={`${id}-hint`}
      onChange={(event) => {
        const input = event.currentTarget;
        void onFiles([...(input.files ?? [])]).then(() => {
          input.value = '';
        });
      }}
    />
  </Field>
);
