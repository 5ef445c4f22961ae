import { useState } from 'preact/hooks';
import { CheckField } from '../ui/fields.js';
import type { WordProps } from './word-props.js';
import { useWord } from './use-word.js';
import { WordForm } from './word-form.js';

/** Withdrawing ends everything: it is folded away and asks for a second act. */
export const WithdrawForm = (props: WordProps) => {
  const word = useWord(props);
  const [isSure, setSure] = useState(false);
  const [isMissing, setMissing] = useState(false);
  return (
    <details class="card no-print">
      <summary>Rút kiến nghị</summary>
      <WordForm
        id="withdraw"
        word={word}
        button="Rút kiến nghị"
        onSend={() => {
          setMissing(!isSure);
          if (isSure) void word.send({ path: 'withdrawal', body: {} });
        }}
      >
        <CheckField
          id="withdraw-sure"
          label="Tôi muốn rút kiến nghị này. Đơn vị sẽ không giải quyết tiếp; không khôi phục được."
          error={isMissing ? 'Xin đánh dấu để xác nhận.' : undefined}
          isChecked={isSure}
          onChecked={setSure}
        />
      </WordForm>
    </details>
  );
};
