import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import type { TrackedStatus } from '../api.js';

/** What the petition was split into: each is followed by its own code too. */
export const Matters = ({ matters }: { matters: NonNullable<TrackedStatus['matters']> }) =>
  matters.length === 0 ? null : (
    <section class="card">
      <h2>Các vụ việc</h2>
      <ol class="steps">
        {matters.map(({ code, categoryLabel, status, holder, dueAt, late }) => (
          <li key={code}>
            <strong>{categoryLabel}</strong>{' '}
            {/* The page follows the address; a secret that it knows opens the matter too. */}
            <a class="code" href={`#${codeWords(code)}`}>
              {codeWords(code)}
            </a>
            {late ? <span class="tag warn">Quá hạn trả lời</span> : null}
            <br />
            {STATUS_WORDS[status]}
            {holder === null ? null : `. Đơn vị đang xử lý: ${holder.name}`}
            {dueAt === null ? null : `. Hạn trả lời: ${instantWords(dueAt)}`}
          </li>
        ))}
      </ol>
    </section>
  );
