import { ChoiceField } from '../ui/fields.js';
import type { Answer } from './answers.js';

interface QuestionProps {
  id: string;
  question: string;
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
}

/** A question that decides between agencies; whoever does not know leaves it. */
export const ConditionQuestion = ({ id, question, answer, onAnswer }: QuestionProps) => (
  <ChoiceField
    id={id}
    label={question}
    list="inline"
    options={[
      { id: 'yes', name: 'Phải' },
      { id: 'no', name: 'Không phải' },
      { id: 'unknown', name: 'Không rõ' },
    ]}
    value={answer ?? 'unknown'}
    onValue={(given) => {
      onAnswer(given as Answer);
    }}
  />
);
