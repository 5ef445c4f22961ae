import { instantWords } from '../words/dates.js';
import type { ResidentMailView } from './views.js';

/** What a new classification means for the resident; nothing is asked of them. */
export const reclassifiedParagraphs = ({ reclassified, holderName }: ResidentMailView): string[] => [
  reclassified === null || reclassified.fromLabel === reclassified.toLabel
    ? 'Đơn vị giữ kiến nghị đã xem lại nội dung và xác định lại đơn vị có thẩm quyền.'
    : `Đơn vị giữ kiến nghị đã xem lại nội dung và chuyển kiến nghị từ loại việc “${reclassified.fromLabel}” sang loại việc “${reclassified.toLabel}”.`,
  `${holderName ?? 'Đơn vị có thẩm quyền'} giải quyết kiến nghị. Ngày tiếp nhận ban đầu được giữ nguyên; ông, bà không phải gửi lại.`,
];

const dateOf = (due: { at: string } | null): string =>
  due === null ? 'không tính thời hạn' : instantWords(due.at);

/** Old category and old date beside the new ones, which every mail has. */
export const reclassifiedFacts = ({
  reclassified,
  resolveBy,
}: ResidentMailView): [string, string | null][] => {
  if (reclassified === null) return [];
  const isMoved = reclassified.resolveBy?.at !== resolveBy?.at;
  return [
    ['Loại việc trước đây', reclassified.fromLabel === reclassified.toLabel ? null : reclassified.fromLabel],
    ['Hạn trả lời trước đây', isMoved ? dateOf(reclassified.resolveBy) : null],
    ['Hạn trả lời mới', isMoved && resolveBy === null ? dateOf(null) : null],
  ];
};
