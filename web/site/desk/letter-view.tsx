import { useEffect, useState } from 'preact/hooks';
import { dayWords } from '../../words/dates.js';
import { api, type DeskLetter, type DeskNotice } from '../api.js';
import { BackToList, PrintButton } from '../ui/buttons.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { ChoiceField } from '../ui/fields.js';
import { FocusedHeading } from '../ui/focused-heading.js';

const SIZES = [
  { id: 'a5', name: 'A5' },
  { id: 'a4', name: 'A4' },
];

/** To be filled in by hand when the letter is brought. */
const Signatures = () => (
  <div class="sign">
    <div>
      <p class="room">
        <strong>Cán bộ tiếp nhận</strong> (ký, ghi rõ họ tên)
      </p>
    </div>
    <div>
      <p class="room">
        <strong>Người nhận</strong> (ký, ghi rõ họ tên)
      </p>
      <p>Đã trao tay ngày ……/……/………… cho ……………………………………</p>
    </div>
  </div>
);

const Sheet = ({ letter, size }: { letter: DeskLetter; size: string }) => (
  <article class={`letter ${size}`} aria-labelledby="letter-title">
    <p class="head">
      <strong>{letter.sender}</strong>
      <span>Ngày {dayWords(letter.writtenOn)}</span>
    </p>
    <h3 id="letter-title">{letter.title}</h3>
    <p>
      Mã kiến nghị: <span class="code">{letter.code}</span>
    </p>
    <p>Kính gửi: {letter.recipient}</p>
    {letter.paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    {letter.said === null ? null : <p class="quote">{letter.said}</p>}
    <Facts rows={letter.facts} />
    {letter.closing.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    <p class="url">Theo dõi: {letter.trackUrl}</p>
    <Signatures />
  </article>
);

/** A notice as a letter: read, printed on A5 or A4, handed over and signed for. */
export const LetterView = ({
  notice,
  token,
  back,
}: {
  notice: DeskNotice;
  token: string;
  back: () => void;
}) => {
  const [letter, setLetter] = useState<DeskLetter | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const [size, setSize] = useState('a5');
  useEffect(() => {
    api.letter(token, notice).then(setLetter, setFailure);
  }, [token, notice]);
  return (
    <section>
      <div class="no-print">
        <p>
          <BackToList back={back} />
        </p>
        <FocusedHeading level="h2">Thư để in và trao tay</FocusedHeading>
        {failure === undefined ? null : <Failure error={failure} />}
        <ChoiceField
          id="size"
          label="Khổ giấy"
          options={SIZES}
          value={size}
          onValue={setSize}
          list="inline"
        />
      </div>
      {letter === null ? null : (
        <>
          <Sheet letter={letter} size={size} />
          <div class="buttons no-print">
            <PrintButton>In thư</PrintButton>
          </div>
        </>
      )}
    </section>
  );
};
