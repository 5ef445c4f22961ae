import { supportState } from '../../../core/petition/support.js';
import { instantWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { SUPPORT_STATE_WORDS } from '../../words/support-words.js';
import type { PetitionRecord } from '../api.js';
import { Facts } from '../ui/facts.js';

const supportWords = ({ supports }: PetitionRecord): string | null =>
  supports.length === 0
    ? null
    : supports.map((each) => `${each.holder.name}: ${SUPPORT_STATE_WORDS[supportState(each)]}`).join('; ');

/** The record in words. */
export const RecordFacts = ({ record }: { record: PetitionRecord }) => (
  <Facts
    rows={[
      ['Trạng thái', STATUS_WORDS[record.status]],
      ['Loại việc', `${record.categoryLabel} (${record.category})`],
      ['Địa bàn', record.placeName ?? 'Chưa xác định'],
      ['Đơn vị đang giữ', record.outcome === null ? record.task?.holder.name : null],
      ['Tiếp nhận', instantWords(record.receivedAt)],
      ['Hạn trả lời', record.dueAt === null ? 'Không tính thời hạn' : instantWords(record.dueAt)],
      ['Quá hạn', record.late ? 'Có' : 'Không'],
      ['Đơn vị phối hợp', supportWords(record)],
      ['Quy tắc phân công', record.task?.rule.id],
    ]}
  />
);
