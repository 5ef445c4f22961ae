import type { InputIssue } from '../../core/errors.js';
import { dateWords } from './dates.js';

type Params = Readonly<Record<string, number | string>>;

const MEGABYTE = 1024 * 1024;

const MEGABYTES = (params: Params): string =>
  `${Math.floor(Number(params['maxBytes'] ?? 4 * MEGABYTE) / MEGABYTE)} MB`;

/** What is wrong with a field, by the issue's code. Never repeats what was typed. */
const MESSAGES: Record<string, string | ((params: Params) => string)> = {
  required: 'Xin điền mục này.',
  'no-decision': 'Xin chọn một cách xử lý.',
  'too-long': ({ max }) => `Nội dung quá dài${max === undefined ? '' : `, tối đa ${max} ký tự`}.`,
  'too-short': ({ min }) => `Nội dung quá ngắn${min === undefined ? '' : `, ít nhất ${min} ký tự`}.`,
  'same-contact': 'Việc đang được giao cho người, bộ phận này. Xin chọn người, bộ phận khác.',
  'unknown-contact':
    'Người, bộ phận này không còn trong danh sách của đơn vị hoặc không nhận được thư. Xin chọn lại.',
  'assignments-used-up': ({ max }) => `Đã giao trong đơn vị ${max ?? 20} lần, là số lần tối đa.`,
  'proposals-used-up': ({ max }) =>
    `Đã trình ${max ?? 10} dự thảo, là số lần tối đa. Xin người đứng đầu đơn vị trả lời trực tiếp.`,
  'approved-by-code':
    'Dự thảo này được phê duyệt bằng mã một lần. Xin đọc mã trong thư cho người trình, hoặc trả lại dự thảo.',
  'code-format': 'Mã gồm đúng tám chữ số. Lần nhập này không bị tính.',
  'wrong-code': ({ left }) =>
    Number(left ?? 0) > 0
      ? `Mã chưa đúng. Còn nhập được ${left} lần.`
      : 'Mã chưa đúng. Mã này đã bị nhập sai quá số lần cho phép nên không dùng được nữa; xin mã mới.',
  'code-expired': 'Mã đã hết hiệu lực. Xin mã mới.',
  'code-spent': 'Mã đã bị nhập sai quá số lần cho phép. Xin mã mới.',
  'code-replaced': 'Đã có mã mới thay mã này. Xin hỏi người đứng đầu mã trong thư gửi sau cùng.',
  'code-of-former-head':
    'Địa chỉ thư của người đứng đầu đã thay đổi từ khi gửi mã, nên mã không dùng được nữa. Xin mã mới.',
  'codes-used-up': ({ max }) =>
    `Đã gửi ${max ?? 5} mã cho dự thảo này, là số tối đa. Xin ghi nhận lại trả lời để trình dự thảo mới.`,
  'no-head':
    'Đơn vị không có người đứng đầu nào nhận được thư. Xin ghi nhận lại trả lời: trả lời được gửi ngay và ghi rõ là chưa có người phê duyệt.',
  'same-agency': 'Đây chính là đơn vị đang giữ. Xin chọn đơn vị khác.',
  'agency-or-name': 'Xin chọn một cơ quan trong danh sách, hoặc tự ghi tên; không ghi cả hai.',
  'unknown-agency': 'Đơn vị này không còn hoạt động. Xin chọn đơn vị khác trong danh sách.',
  'accused-agency': 'Kiến nghị phản ánh chính đơn vị này nên không chuyển về đây. Xin chọn đơn vị khác.',
  'other-tier': 'Chỉ chuyển được cho đơn vị cùng cấp. Việc của cấp trên: chọn “Vượt thẩm quyền”.',
  'transfers-used-up': ({ max }) =>
    `Kiến nghị đã được chuyển ${max ?? 3} lần giữa các đơn vị cùng cấp. Xin giải quyết, hoặc chọn “Đề nghị cấp trên chung quyết định” để cấp trên giao đơn vị.`,
  'transfers-left': 'Vẫn còn chuyển được cho đơn vị cùng cấp. Xin chọn “Chuyển cho đơn vị cùng cấp”.',
  directed:
    'Cấp trên đã giao đơn vị giải quyết nên không chuyển cho đơn vị cùng cấp được. Nếu vượt thẩm quyền, xin chọn “Vượt thẩm quyền”.',
  'not-a-superior': 'Chỉ giao lại được kiến nghị đã chuyển lên do quá hạn hoặc để cấp trên quyết định.',
  'not-below': 'Đơn vị này không thuộc cấp dưới. Xin chọn đơn vị trong danh sách.',
  'directions-used-up': ({ max }) => `Kiến nghị đã được giao lại ${max ?? 5} lần. Xin trực tiếp giải quyết.`,
  'later-than-own': ({ latest }) =>
    latest === undefined
      ? 'Ngày này sau thời hạn của chính đơn vị.'
      : `Chỉ giao được đến hết ngày ${dateWords(String(latest))}, là thời hạn của chính đơn vị.`,
  'day-passed': 'Ngày này đã qua. Xin chọn ngày sau.',
  'nobody-above': 'Không còn cấp trên để đề nghị gia hạn: đơn vị là cấp quyết định cuối cùng.',
  'request-open': 'Đã đề nghị gia hạn và đang chờ cấp trên trả lời.',
  'requests-used-up': ({ max }) => `Đã đề nghị cấp trên gia hạn ${max ?? 2} lần, là số lần tối đa.`,
  'within-own-limit': ({ latest }) =>
    latest === undefined
      ? 'Đơn vị tự gia hạn được đến ngày này. Xin chọn “Gia hạn giải quyết”.'
      : `Đến hết ngày ${dateWords(String(latest))} đơn vị tự gia hạn được. Xin chọn “Gia hạn giải quyết”.`,
  'desk-cannot-commit': 'Bàn tiếp nhận chỉ phân loại. Xin chuyển đến đơn vị có thẩm quyền.',
  'not-late': 'Kiến nghị chưa quá hạn. Xin chọn “Ghi tiến độ”.',
  'commitment-needed':
    'Kiến nghị đã quá hạn trả lời người dân. Xin ghi tiến độ kèm ngày cam kết hoàn thành: chọn “Ghi tiến độ và cam kết ngày hoàn thành”.',
  'commitments-used-up': ({ max }) =>
    `Đã cam kết ${max ?? 2} lần, là số lần tối đa. Xin giải quyết và trả lời người dân.`,
  'commitment-too-late': ({ latest }) =>
    latest === undefined
      ? 'Ngày cam kết quá xa.'
      : `Chỉ cam kết được đến hết ngày ${dateWords(String(latest))}.`,
  'last-owner': 'Không còn cấp trên để chuyển: đơn vị là cấp quyết định cuối cùng.',
  'no-deadline': 'Kiến nghị này không tính thời hạn nên không cần gia hạn.',
  'extensions-used-up': 'Đã gia hạn hết số lần cho phép.',
  'already-late': 'Đã quá hạn nên không gia hạn hoặc tạm dừng được nữa.',
  'not-extendable': 'Loại việc này không được gia hạn.',
  'not-a-day': 'Không có ngày này trong lịch. Xin chọn lại ngày.',
  'not-later': 'Ngày gia hạn phải sau thời hạn hiện nay.',
  'too-late': ({ latest }) =>
    latest === undefined
      ? 'Ngày gia hạn quá xa.'
      : `Chỉ gia hạn được đến hết ngày ${dateWords(String(latest))}.`,
  'evidence-or-reason': 'Xin đính kèm ảnh hoặc văn bản kết quả; nếu không có, xin nêu lý do.',
  'legal-ground': 'Xin chọn một căn cứ không thụ lý.',
  'statutory-track': 'Xin chọn thủ tục mà người dân phải theo.',
  'pauses-used-up': ({ max }) =>
    `Đã hỏi người dân ${max ?? 2} lần. Xin giải quyết theo những gì đã có, hoặc gia hạn.`,
  'desk-cannot-ask': 'Bàn tiếp nhận chỉ phân loại. Xin chuyển đến đơn vị có thẩm quyền, đơn vị đó sẽ hỏi.',
  'supplements-used-up': ({ max }) => `Đã bổ sung ${max ?? 10} lần. Xin chờ đơn vị trả lời.`,
  'notes-used-up': ({ max }) =>
    `Đã ghi tiến độ ${max ?? 50} lần, là số lần tối đa. Xin trả lời kiến nghị hoặc chọn cách xử lý khác.`,
  'support-day-past': 'Ngày này đã qua. Xin chọn ngày khác.',
  'support-after-lead': ({ latest }) =>
    `Đơn vị chủ trì phải trả lời trước đó: muộn nhất là ngày ${dateWords(String(latest))}.`,
  'too-many-supports': ({ max }) => `Mỗi lúc chỉ đề nghị được ${max ?? 5} đơn vị phối hợp.`,
  'supports-used-up': ({ max }) => `Kiến nghị đã có ${max ?? 15} đề nghị phối hợp, là số tối đa.`,
  'already-supporting': 'Đơn vị này đang được đề nghị phối hợp. Xin bỏ chọn.',
  'desk-cannot-request-support':
    'Bàn tiếp nhận chỉ phân loại. Xin chuyển đến đơn vị có thẩm quyền, đơn vị đó sẽ đề nghị phối hợp.',
  'leads-petition': 'Đơn vị này đang chủ trì giải quyết. Xin chọn đơn vị khác.',
  'held-support': 'Đơn vị này đã giữ đề nghị phối hợp này trước đó. Xin chọn đơn vị khác.',
  'contributes-already': 'Đơn vị này đang phối hợp giải quyết kiến nghị. Xin chọn đơn vị khác.',
  'support-other-tier':
    'Chỉ chuyển được cho đơn vị cùng cấp. Cần cấp khác, xin báo không phối hợp được và nêu đơn vị nên hỏi.',
  'cannot-contribute': 'Đơn vị này không nhận đề nghị phối hợp. Xin chọn đơn vị trong danh sách.',
  'support-transfers-used-up': ({ max }) =>
    `Đề nghị phối hợp đã được chuyển ${max ?? 2} lần, là số lần tối đa. Xin trả lời, hoặc nêu lý do không phối hợp được.`,
  'support-transfer-late':
    'Đã quá hạn trả lời nên không chuyển được nữa. Xin trả lời, hoặc nêu lý do không phối hợp được và đơn vị nên hỏi.',
  'support-extension-open': 'Đã đề nghị gia hạn và đang chờ đơn vị chủ trì trả lời.',
  'support-extensions-used-up': ({ max }) =>
    `Đã đề nghị gia hạn ${max ?? 2} lần, là số lần tối đa. Xin trả lời, hoặc nêu lý do không phối hợp được.`,
  'no-open-extension':
    'Đề nghị gia hạn này không còn: đã có trả lời, đã hết hạn hoặc đơn vị phối hợp đã thay đổi. Xin tải lại trang.',
  'no-open-support': 'Đề nghị phối hợp này đã kết thúc. Xin xem lại danh sách.',
  'not-a-time': 'Xin ghi giờ và phút, ví dụ: 08:30.',
  'visit-past': 'Thời điểm này đã qua. Xin chọn lại.',
  'visit-too-far': ({ max }) => `Ngày khảo sát quá xa, tối đa ${max ?? 90} ngày.`,
  'visits-used-up': ({ max }) => `Đã mời khảo sát ${max ?? 20} lần, là số tối đa. Xin liên hệ trực tiếp.`,
  'own-body':
    'Tố cáo nhắm vào chính cơ quan của quý vị hoặc cơ quan cấp trên của quý vị nên không nhập ở đây. Xin hướng dẫn người tố cáo gửi lên cấp trên.',
  'only-when-late': 'Chỉ ghi lý do khi ngày nhận trước hôm nay.',
  'document-no':
    'Số, ký hiệu văn bản chỉ gồm chữ, số, dấu cách và các dấu như / - . ( ). Ví dụ: 125/UBND-ĐT.',
  'control-characters': 'Nội dung có ký tự lạ không hiển thị được. Xin xóa đi rồi gõ lại.',
  'stale-form': 'Trang đã cũ. Nội dung đã nhập còn bên dưới, xin kiểm tra rồi gửi lại.',
  'too-many-files': ({ max }) => `Chỉ đính kèm được tối đa ${max ?? 3} tệp.`,
  'files-too-large': (params) => `Tổng dung lượng các tệp vượt quá ${MEGABYTES(params)}.`,
  'file-type': 'Chỉ nhận ảnh JPEG, PNG hoặc văn bản PDF.',
  'file-malformed': 'Tệp bị hỏng hoặc không đọc được. Xin chọn tệp khác.',
  'unknown-category': 'Xin chọn loại việc trong danh sách.',
  'unknown-condition': 'Câu hỏi này không thuộc loại việc đã chọn. Xin tải lại trang.',
  'only-with-resolve': 'Chỉ đính kèm tệp khi chọn “Đã giải quyết”. Xin bỏ tệp hoặc chọn lại cách xử lý.',
  'same-category': 'Loại việc và các câu trả lời vẫn như cũ. Xin chọn loại việc khác hoặc sửa câu trả lời.',
  'too-few-matters': 'Cần ít nhất hai vụ việc, mỗi vụ việc có loại việc.',
  'too-many-matters': 'Có quá nhiều vụ việc.',
  'matter-of-split': 'Vụ việc đã được tách từ một kiến nghị thì không tách tiếp.',
  'reclassifications-used-up': ({ max }) =>
    `Kiến nghị đã được phân loại lại ${max ?? 3} lần, là số lần tối đa. Xin chọn cách xử lý khác.`,
  'unknown-code': 'Không tìm thấy kiến nghị có mã này. Xin kiểm tra lại mã.',
  'same-petition':
    'Đây chính là kiến nghị này, hoặc một kiến nghị đã gộp vào kiến nghị này. Xin ghi mã khác.',
  'other-province': 'Kiến nghị đó thuộc tỉnh, thành phố khác nên không gộp được.',
  'other-lane':
    'Hai kiến nghị không cùng cách xử lý: một việc tính thời hạn của Ủy ban nhân dân, một việc của cấp ủy, Mặt trận.',
  'not-against-same':
    'Kiến nghị này phản ánh một cơ quan mà kiến nghị đó không phản ánh, nên không gộp được: cơ quan bị phản ánh không được trả lời.',
  'main-ended': 'Kiến nghị đó đã kết thúc nên không gộp được. Xin trả lời riêng kiến nghị này.',
  'main-split': 'Kiến nghị đó đã được tách thành các vụ việc. Xin ghi mã của vụ việc cùng nội dung.',
  'main-full': ({ max }) => `Kiến nghị đó đã có ${max ?? 100} kiến nghị gộp vào, là số tối đa.`,
  'supports-open': 'Còn đơn vị phối hợp chưa trả lời. Xin dừng đề nghị phối hợp trước.',
  'only-with-answer':
    'Chỉ đính kèm văn bản đã ký khi kết thúc việc giải quyết. Xin bỏ tệp hoặc chọn lại cách xử lý.',
  'anonymous-not-taken': 'Địa phương này chưa nhận kiến nghị không nêu tên. Xin ghi họ tên người gửi.',
  'anonymous-contact': 'Kiến nghị không nêu tên thì không ghi họ tên, liên hệ. Xin bỏ trống mục này.',
  'never-urgent': 'Loại việc này không có trường hợp khẩn.',
  'no-place': 'Xin cho biết sự việc xảy ra ở phường, xã nào.',
  'matter-elsewhere':
    'Nơi này thuộc tỉnh, thành phố khác với việc thứ nhất: xin gửi thành một kiến nghị riêng.',
  'unknown-unit': 'Không tìm thấy phường, xã này. Xin chọn lại trong danh sách.',
  'unit-not-valid': 'Đơn vị hành chính này không có vào ngày đó. Xin chọn lại trong danh sách.',
  'unit-too-large': 'Xin chọn đến phường, xã.',
  'submitter-kind': 'Xin ghi đúng một tư cách trong danh mục, ví dụ: Cá nhân, Hộ gia đình, Tổ chức.',
  'approval-needed':
    'Kiến nghị đó đã được trả lời: chỉ người đứng đầu đơn vị được gộp vào, vì câu trả lời sẽ gửi đi ngay.',
  'in-future': 'Thời điểm này chưa đến. Xin xem lại.',
  'too-far-back': ({ max }) => `Chỉ nhập lùi ngày được tối đa ${max ?? 30} ngày.`,
  'too-few-people': ({ min }) => `Chỉ cử người đại diện khi có từ ${min ?? 5} người trở lên.`,
  'group-too-small': ({ min }) =>
    `Kiến nghị tập thể phải có từ ${min ?? 5} người trở lên. Ít người hơn, xin chọn “Cá nhân” hoặc “Hộ gia đình”.`,
  'people-number': 'Xin ghi số người bằng chữ số, ví dụ: 12.',
  'group-only': 'Chỉ nhóm người dân cùng kiến nghị mới ghi số người và người đại diện.',
  'too-many-representatives': ({ max }) => `Với số người này chỉ cử tối đa ${max ?? 2} người đại diện.`,
  'no-follow-up': 'Chỉ việc gửi cấp ủy, Mặt trận mới hẹn ngày theo dõi; việc khác tính thời hạn giải quyết.',
  'follow-up-past': 'Ngày theo dõi phải sau hôm nay.',
  'follow-up-too-far': ({ max }) => `Ngày theo dõi quá xa, tối đa ${max ?? 366} ngày.`,
  'unit-divided': 'Phường, xã này đã được chia cho nhiều đơn vị mới. Xin chọn đơn vị mới hoặc dán tọa độ.',
  'no-polygons': 'Chưa có bản đồ ranh giới cho tọa độ này. Xin chọn phường, xã theo tên.',
  'invalid-point': 'Tọa độ chưa đúng. Ví dụ: 10.8690, 106.6523.',
  'invalid-phone': 'Số điện thoại chưa đúng. Ví dụ: 0901 234 567.',
  'invalid-email': 'Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@example.vn.',
  'consent-needed': 'Cần sự đồng ý của người gửi để tiếp nhận và chuyển kiến nghị.',
  'invalid-cursor': 'Danh sách đã thay đổi. Xin tìm lại từ đầu.',
};

/** The message of an issue in Vietnamese; undefined for a code that has none here. */
export const knownIssueWords = ({
  code,
  params,
}: Pick<InputIssue, 'code' | 'params'>): string | undefined => {
  const message = Object.hasOwn(MESSAGES, code) ? MESSAGES[code] : undefined;
  return typeof message === 'function' ? message(params ?? {}) : message;
};

/** The message of an issue in Vietnamese, with a general one for codes of later releases. */
export const issueWords = (issue: Pick<InputIssue, 'code' | 'params'>): string =>
  knownIssueWords(issue) ?? 'Nội dung mục này chưa hợp lệ, xin kiểm tra lại.';

/** All messages with sample parameters: texts are checked as a whole. */
export const allIssueWords = (): string[] =>
  Object.keys(MESSAGES).map((code) =>
    issueWords({ code, params: { max: 3, min: 10, latest: '2023-03-24T10:00:00.000Z' } }),
  );
