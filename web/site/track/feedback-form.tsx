import { useState } from 'preact/hooks';
import { MAX_WORD_TEXT } from '../../../core/petition/resident-acts.js';
import { instantWords } from '../../words/dates.js';
import { ChoiceField, LongTextField } from '../ui/fields.js';
import type { WordProps } from './word-props.js';
import { useWord } from './use-word.js';
import { WordForm } from './word-form.js';

const CHOICES = [
  { id: 'yes', name: 'Đồng ý', hint: 'Kiến nghị kết thúc.' },
  {
    id: 'no',
    name: 'Chưa đồng ý',
    hint: 'Lần đầu: đơn vị xem xét lại. Lần sau: cấp trên xem xét. Xin nêu lý do.',
  },
];

const RATINGS = ['1 – Rất không hài lòng', '2', '3', '4', '5 – Rất hài lòng'].map((name, i) => ({
  id: String(i + 1),
  name,
}));

/** Does the answer settle it? Nothing is chosen beforehand. */
export const FeedbackForm = (props: WordProps) => {
  const word = useWord(props);
  const [satisfied, setSatisfied] = useState('');
  const [rating, setRating] = useState('');
  const [text, setText] = useState('');
  const { feedbackUntil } = props.status;
  return (
    <section class="card" aria-labelledby="feedback-title">
      <h2 id="feedback-title">Quý vị có đồng ý với trả lời này không?</h2>
      {feedbackUntil === null ? null : (
        <p>Xin cho biết trước {instantWords(feedbackUntil)}. Không có ý kiến thì kiến nghị kết thúc.</p>
      )}
      <WordForm
        id="feedback"
        word={word}
        button="Gửi ý kiến"
        onSend={() => {
          const body = {
            satisfied: satisfied === '' ? undefined : satisfied === 'yes',
            ...(rating !== '' && { rating: Number(rating) }),
            ...(text.trim() !== '' && { text }),
          };
          void word.send({ path: 'feedback', body });
        }}
      >
        <ChoiceField
          id="feedback-satisfied"
          label="Ý kiến"
          error={word.sending.errors['satisfied'] === undefined ? undefined : 'Xin chọn một ý kiến.'}
          options={CHOICES}
          value={satisfied}
          onValue={setSatisfied}
        />
        <LongTextField
          id="feedback-text"
          label={satisfied === 'no' ? 'Lý do chưa đồng ý' : 'Nhận xét (không bắt buộc)'}
          error={word.sending.errors['text']}
          value={text}
          maxLength={MAX_WORD_TEXT}
          onValue={setText}
        />
        <ChoiceField
          id="feedback-rating"
          label="Mức hài lòng (không bắt buộc)"
          error={word.sending.errors['rating']}
          options={RATINGS}
          value={rating}
          onValue={setRating}
        />
      </WordForm>
    </section>
  );
};
