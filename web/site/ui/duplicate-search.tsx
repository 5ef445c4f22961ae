import { useState } from 'preact/hooks';
import { codeWords } from '../../words/code.js';
import { dateWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { api, type DuplicateCandidate } from '../api.js';
import { Failure } from './failure.js';

interface Found {
  code: string;
  candidates: DuplicateCandidate[];
}

/** One after the other: a meeting has up to a hundred items, and nobody waits for the last one to read the first. */
const useSearch = (token: string) => {
  const [found, setFound] = useState<Found[] | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const search = async (codes: readonly string[]): Promise<void> => {
    setFailure(undefined);
    setFound(null);
    const all: Found[] = [];
    for (const code of codes) all.push({ code, candidates: (await api.duplicates(token, code)).items });
    setFound(all.filter(({ candidates }) => candidates.length > 0));
  };
  const start = (codes: readonly string[]): void => {
    search(codes).catch(setFailure);
  };
  return { found, failure, start };
};

const candidateWords = ({ categoryLabel, receivedAt, status, holder }: DuplicateCandidate): string =>
  [
    categoryLabel,
    `tiếp nhận ${dateWords(receivedAt)}`,
    STATUS_WORDS[status],
    ...(holder === null ? [] : [holder.name]),
  ].join('; ');

const FoundList = ({ found }: { found: readonly Found[] }) => (
  <ul>
    {found.map(({ code, candidates }) => (
      <li key={code}>
        <span class="code">{codeWords(code)}</span> có thể trùng với:
        <ul>
          {candidates.map((each) => (
            <li key={each.code}>
              <span class="code">{codeWords(each.code)}</span> ({candidateWords(each)})
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
);

const resultWords = (found: readonly Found[] | null): string => {
  if (found === null) return '';
  return found.length === 0
    ? 'Không thấy kiến nghị nào có thể trùng.'
    : 'Đơn vị giải quyết đối chiếu và quyết định việc gộp trên trang xử lý kiến nghị.';
};

/** Which petitions of the same ward may say the same as these. */
export const DuplicateSearch = ({ token, codes }: { token: string; codes: readonly string[] }) => {
  const { found, failure, start } = useSearch(token);
  return (
    <div class="no-print">
      <button
        type="button"
        class="second"
        disabled={codes.length === 0}
        onClick={() => {
          start(codes);
        }}
      >
        Tìm kiến nghị có thể trùng
      </button>
      {failure === undefined ? null : <Failure error={failure} />}
      <p role="status">{resultWords(found)}</p>
      {found === null || found.length === 0 ? null : <FoundList found={found} />}
    </div>
  );
};
