import type { InputIssue } from '../../core/errors.js';
import { knownIssueWords } from '../../web/words/issues.js';
import type { Language } from './language.js';

/** Messages in English by issue code; `{name}` stands for a parameter. */
const ENGLISH: Readonly<Record<string, string>> = {
  required: 'This field is required.',
  'wrong-type': 'The value has the wrong type.',
  'unknown-field': 'There is a field that is not known here.',
  'not-in-list': 'The value is not one of those allowed.',
  'not-valid': 'The value is not valid.',
  'not-json': 'The body is not a JSON object.',
  'too-long': 'Too long: at most {max} characters.',
  'too-short': 'Too short: at least {min} characters.',
  'too-big': 'Too large: at most {max}.',
  'too-small': 'Too small: at least {min}.',
  'control-characters': 'Control characters are not allowed.',
  'operator-only': 'Only the reception desk may give this field.',
  'unknown-agency': 'There is no such agency now.',
  'agency-or-name': 'Give the agency or its name, not both.',
  'accused-agency': 'A petition about an agency never goes to that agency.',
  'not-a-day': 'There is no such day.',
  'no-tier': 'This agency belongs to no tier at which a petition can start.',
  'party-lane-only': 'Only petitions to Party and Front bodies have an addressee.',
  'approval-needed': 'That petition is answered already: only the head of the agency may link to it.',
  'in-future': 'This is still to come.',
  'too-far-back': 'Too long ago: at most {max} days.',
  'too-few-people': 'Representatives are for {min} people or more.',
  'group-too-small': 'A group petition has {min} people or more: choose person or household instead.',
  'group-only': 'Only a people-group says how many it is and who speaks for it.',
  'too-many-representatives': 'At most {max} representatives for so many people.',
  'own-body': 'Your own body is among those accused: send the denouncer to those above.',
  'only-when-late': 'Give a reason only for an earlier day of receipt.',
  'document-no': 'Letters, digits, spaces and / - . ( ) only, for example 125/UBND-TH.',
  'external-ref': 'Letters, digits and . _ / - only; no phone number and no number of an identity card.',
  'no-follow-up': 'Only matters of the Party lane have a follow-up day.',
  'follow-up-past': 'The follow-up comes after today.',
  'follow-up-too-far': 'At most {max} days ahead.',
  'unit-or-point': 'Give either the unit or a point, not both.',
  'invalid-phone': 'This is not a phone number, for example 0901 234 567.',
  'invalid-email': 'This is not an e-mail address.',
  'consent-needed': 'A petition cannot be taken in without consent.',
  'invalid-base64': 'This is not base64.',
  'invalid-key': 'Use 8 to 128 printable ASCII characters.',
  'from-before-to': 'The period ends before it begins.',
  'period-too-long': 'The period is too long: at most {max} days.',
  'one-criterion': 'Ask by received, closed, agency or unit.',
  'unknown-category': 'There is no such category.',
  'unknown-condition': 'The category has no such question.',
  'only-with-resolve': 'Files are kept with a resolution only: choose it, or leave the files out.',
  'anonymous-not-taken': 'This province takes no petitions without a name.',
  'anonymous-contact': 'A petition without a name carries no name and no contact.',
  'never-urgent': 'This category is never urgent.',
  'unknown-unit': 'There is no such unit.',
  'matter-elsewhere': 'This is in another province: hand it in as a petition of its own.',
  'unit-not-valid': 'The unit did not exist on that day.',
  'unit-too-large': 'Name the ward or commune.',
  'unit-divided': 'The unit was divided: name the new one or give a point.',
  'no-place': 'Say in which ward or commune it is.',
  'no-polygons': 'There is no map for this point: name the ward or commune.',
  outside: 'The point is outside all wards on the map.',
  border: 'The point is too close to a border to decide.',
  'point-elsewhere': 'The point is not in the unit named.',
  'too-many-files': 'At most {max} files.',
  'files-too-large': 'The files are too large: at most {maxBytes} bytes together.',
  'file-type': 'This type of file is not taken.',
  'file-malformed': 'The file is damaged.',
  'supplements-used-up': 'Nothing more can be added: at most {max} times.',
  'invalid-cursor': 'Start again from the first page.',
};

/** Vietnamese messages of what only programs meet; those of forms are shared with the pages. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  'wrong-type': 'Giá trị sai kiểu.',
  'unknown-field': 'Có mục không được biết đến.',
  'not-in-list': 'Giá trị không có trong danh mục.',
  'not-valid': 'Giá trị chưa hợp lệ.',
  'not-json': 'Nội dung không phải là một đối tượng JSON.',
  'too-big': 'Quá lớn, tối đa {max}.',
  'too-small': 'Quá nhỏ, tối thiểu {min}.',
  'operator-only': 'Mục này chỉ dành cho cán bộ tiếp nhận.',
  'no-tier': 'Cơ quan này không thuộc cấp nào mà kiến nghị có thể bắt đầu.',
  'party-lane-only': 'Chỉ kiến nghị gửi cấp ủy, Mặt trận mới nêu nơi được gửi đến.',
  'unit-or-point': 'Xin cho biết phường, xã hoặc tọa độ, không dùng cả hai.',
  'external-ref':
    'Mã hồ sơ ngoài chỉ gồm chữ không dấu, số và . _ / -; không dùng số điện thoại, số căn cước.',
  'invalid-base64': 'Không phải base64.',
  'invalid-key': 'Dùng từ 8 đến 128 ký tự ASCII in được.',
  'from-before-to': 'Thời điểm kết thúc phải sau thời điểm bắt đầu.',
  'period-too-long': 'Khoảng thời gian quá dài, tối đa {max} ngày.',
  'one-criterion': 'Xin tìm theo ngày nhận, ngày kết thúc, cơ quan hoặc đơn vị hành chính.',
  outside: 'Vị trí nằm ngoài các phường, xã có trong bản đồ.',
  border: 'Vị trí nằm sát ranh giới giữa các phường, xã.',
  'point-elsewhere': 'Vị trí trên bản đồ không nằm trong phường, xã đã nêu.',
};

const fill = (text: string, params: InputIssue['params']): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name] ?? '?'));

/** What is wrong, in the caller's language; a general message for a code without words. */
export const issueText = (issue: InputIssue, language: Language): string => {
  const { code, params } = issue;
  if (language === 'en') return fill(ENGLISH[code] ?? 'The value is not valid.', params);
  return knownIssueWords(issue) ?? fill(VIETNAMESE[code] ?? 'Giá trị chưa hợp lệ.', params);
};

/** Has the code words of its own in both languages? */
export const hasIssueText = (issue: InputIssue): boolean =>
  Object.hasOwn(ENGLISH, issue.code) &&
  (Object.hasOwn(VIETNAMESE, issue.code) || knownIssueWords(issue) !== undefined);
