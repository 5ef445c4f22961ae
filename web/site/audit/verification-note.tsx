import type { PetitionFinding } from '../../../core/audit/verify-petition.js';
import type { Verification } from '../api.js';

const CHAIN_WORDS = {
  edited: 'bị sửa',
  deleted: 'bị xóa',
  truncated: 'bị cắt mất ở cuối',
  inserted: 'bị chèn thêm',
  reordered: 'không ở đúng chỗ',
} as const;

const findingWords = (finding: PetitionFinding): string => {
  switch (finding.kind) {
    case 'unknown-event':
      return `Sự kiện ${finding.seq}: không thuộc loại nào mà hệ thống từng ghi`;
    case 'no-event':
      return `Vị trí ${finding.place} của lịch sử: không phải là sự kiện`;
    case 'impossible-history':
      return 'Các sự kiện không hợp thành một diễn biến có thể xảy ra';
    case 'record-missing':
      return 'Không còn bản ghi của kiến nghị';
    case 'record-differs':
      return `Bản ghi khác với lịch sử ở: ${finding.fields.join(', ')}`;
    default: {
      const { seq, lastSeq } = finding;
      const events = seq === lastSeq ? `Sự kiện ${seq}` : `Sự kiện ${seq} đến ${lastSeq}`;
      return `${events}: ${CHAIN_WORDS[finding.kind]}`;
    }
  }
};

/** What the system itself finds; the reader's browser computes the chain apart from it. */
export const VerificationNote = ({
  verification: { events, isSound, findings },
}: {
  verification: Verification;
}) =>
  isSound ? (
    <p class="note">Hệ thống đã đối chiếu {events} sự kiện với bản ghi: không thấy sai khác.</p>
  ) : (
    <div class="note warn" role="alert">
      <p>Hệ thống thấy lịch sử hoặc bản ghi đã bị thay đổi:</p>
      <ul>
        {findings.map((finding, i) => (
          <li key={i}>{findingWords(finding)}</li>
        ))}
      </ul>
    </div>
  );
