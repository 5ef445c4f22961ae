import { TextField } from './fields.js';

/** Two days of a period, the last one included. */
export type Period = Record<'from' | 'to', string>;

export const PeriodFields = ({
  fromLabel,
  period,
  onChange,
}: {
  fromLabel: string;
  period: Period;
  onChange: (part: Partial<Period>) => void;
}) => (
  <>
    <TextField
      id="from"
      type="date"
      label={fromLabel}
      value={period.from}
      onValue={(from) => {
        onChange({ from });
      }}
    />
    <TextField
      id="to"
      type="date"
      label="Đến hết ngày"
      value={period.to}
      onValue={(to) => {
        onChange({ to });
      }}
    />
  </>
);
