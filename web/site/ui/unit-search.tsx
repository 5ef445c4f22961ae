import { useEffect, useState } from 'preact/hooks';
import { api, type UnitItem } from '../api.js';
import { TextField, type FieldProps } from './fields.js';
import { PickList } from './pick-list.js';

const PAUSE_MS = 250;
const FEWEST_LETTERS = 2;
const FORMER = 'Đơn vị cũ, hệ thống tự chuyển sang đơn vị mới nếu không bị chia.';

type Found = { kind: 'idle' } | { kind: 'items'; items: UnitItem[] } | { kind: 'failed' };

/** Asks a moment after the last letter; an answer that is overtaken by a newer question is dropped. */
const useUnits = (words: string): Found => {
  const [found, setFound] = useState<Found>({ kind: 'idle' });
  useEffect(() => {
    if (words.trim().length < FEWEST_LETTERS) {
      setFound({ kind: 'idle' });
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.units(words.trim()).then(
        ({ items }) => {
          if (isCurrent) setFound({ kind: 'items', items });
        },
        () => {
          if (isCurrent) setFound({ kind: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
};

const statusOf = (found: Found): string => {
  if (found.kind === 'failed') return 'Không tìm được lúc này. Xin thử lại sau ít phút.';
  if (found.kind === 'idle') return '';
  return found.items.length === 0
    ? 'Không có phường, xã nào có tên này.'
    : `Có ${found.items.length} kết quả, xin chọn một.`;
};

/** Finds a ward or commune by its name; the list goes away with the choice. */
export const UnitSearch = ({ onPick, ...field }: FieldProps & { onPick: (unit: UnitItem) => void }) => {
  const [words, setWords] = useState('');
  const found = useUnits(words);
  return (
    <>
      <TextField {...field} type="search" value={words} onValue={setWords} />
      <p class="hint" role="status">
        {statusOf(found)}
      </p>
      {found.kind !== 'items' || found.items.length === 0 ? null : (
        <PickList
          label="Phường, xã tìm thấy"
          options={found.items.map(({ id, name, isCurrent }) => ({
            id,
            name,
            hint: isCurrent === false ? FORMER : undefined,
          }))}
          onPick={(id) => {
            const unit = found.items.find((item) => item.id === id);
            if (unit !== undefined) onPick(unit);
          }}
        />
      )}
    </>
  );
};
