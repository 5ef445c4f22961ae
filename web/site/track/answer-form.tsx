import { useState } from 'preact/hooks';
import { MAX_WORD_TEXT } from '../../../core/petition/resident-acts.js';
import { instantWords } from '../../words/dates.js';
import { LongTextField } from '../ui/fields.js';
import type { WordProps } from './word-props.js';
import { useWord } from './use-word.js';
import { WordForm } from './word-form.js';

const Fields = (props: WordProps & { isAsked: boolean }) => {
  const word = useWord(props);
  const [text, setText] = useState('');
  return (
    <WordForm
      id="answer"
      word={word}
      button={props.isAsked ? 'Gửi câu trả lời' : 'Gửi bổ sung'}
      onSend={() => {
        void word.send({ path: 'answers', body: { text } });
      }}
    >
      <LongTextField
        id="answer-text"
        label={props.isAsked ? 'Câu trả lời' : 'Thông tin bổ sung'}
        error={word.sending.errors['text']}
        value={text}
        maxLength={MAX_WORD_TEXT}
        onValue={setText}
      />
    </WordForm>
  );
};

/** Asked: the question and its answer, in full. Not asked: something to add, folded away. */
export const AnswerForm = (props: WordProps & { isAsked: boolean }) => {
  const { question } = props.status;
  if (!props.isAsked)
    return (
      <details class="card no-print">
        <summary>Bổ sung thông tin cho kiến nghị</summary>
        <Fields {...props} />
      </details>
    );
  return (
    <section class="card" aria-labelledby="question-title">
      <h2 id="question-title">Đơn vị hỏi thêm</h2>
      {question?.text == null ? null : <p class="quote">{question.text}</p>}
      <p>
        Trong thời gian chờ, thời hạn trả lời tạm dừng.
        {question === null ? '' : ` Sau ${instantWords(question.until)}, thời hạn tính tiếp.`}
      </p>
      <Fields {...props} />
    </section>
  );
};
