import { TextField } from '../ui/fields.js';

/** Asks for a moment, in Việt Nam's time whatever the reader's clock says. */
export const InstantField = ({
  id,
  value,
  onValue,
}: {
  id: string;
  value: string;
  onValue: (value: string) => void;
}) => (
  <TextField id={id} type="datetime-local" label="Vào lúc (giờ Việt Nam)" value={value} onValue={onValue} />
);
