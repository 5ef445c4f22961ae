import type { Option } from './fields.js';

interface PickListProps {
  label: string;
  options: readonly Option[];
  onPick: (id: string) => void;
}

/**
 * A list from which one thing is picked and that then goes away. Buttons, not radio buttons: with those the first arrow
 * key would pick, and nobody could walk through the list by keyboard.
 */
export const PickList = ({ label, options, onPick }: PickListProps) => (
  <ul class="picks" aria-label={label}>
    {options.map(({ id, name, hint }) => (
      <li key={id}>
        <button
          type="button"
          class="pick"
          onClick={() => {
            onPick(id);
          }}
        >
          {name}
          {hint === undefined ? null : <span class="hint">{hint}</span>}
        </button>
      </li>
    ))}
  </ul>
);
