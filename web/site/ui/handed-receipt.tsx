import type { ComponentChildren } from 'preact';
import { codeWords } from '../../words/code.js';
import { PrintButton } from './buttons.js';
import { Facts } from './facts.js';
import { FocusedHeading } from './focused-heading.js';

/** A receipt that an official prints and hands over; shown this once. `children` is what the person must know. */
export const HandedReceipt = ({
  title,
  code,
  rows,
  done,
  children,
}: {
  title: string;
  code: string;
  rows: Parameters<typeof Facts>[0]['rows'];
  done: () => void;
  children: ComponentChildren;
}) => (
  <section class="card">
    <FocusedHeading level="h2">{title}</FocusedHeading>
    <p>
      <span class="code big">{codeWords(code)}</span>
    </p>
    <Facts rows={rows} />
    <p class="note">{children}</p>
    <div class="buttons no-print">
      <PrintButton>In phiếu</PrintButton>
      <button type="button" class="second" onClick={done}>
        Đã trao phiếu, xóa khỏi màn hình
      </button>
    </div>
  </section>
);
