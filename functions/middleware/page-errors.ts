import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { renderErrorPage } from '../../web/server/error-page.js';
import { renderNotFoundPage } from '../../web/server/not-found-page.js';
import type { Observability } from './observability.js';
import { logFailure } from './problem-details.js';
import { problemOf } from './problem.js';
import { html, type HttpResult } from './responses.js';

const ADVICE: Readonly<Record<number, string>> = {
  403: 'Vì an toàn, biểu mẫu chỉ được nhận khi gửi từ chính trang này. Xin mở lại đường dẫn trong thư rồi gửi lại.',
  413: 'Các tệp đính kèm quá lớn. Tối đa 3 tệp, tổng cộng 4 MB. Xin quay lại, chọn tệp nhỏ hơn rồi gửi lại.',
  503: 'Chưa có gì được ghi nhận. Xin thử lại sau ít phút.',
};

/** Answers errors of the officials' pages as a page in Vietnamese; an unknown link learns nothing. */
export const pageErrors = (
  observability: Observability,
): MiddlewareObj<APIGatewayProxyEventV2, HttpResult> => ({
  onError: (request) => {
    logFailure(observability, request.error);
    const { requestId } = request.event.requestContext;
    const { status, title } = problemOf(request.error, { requestId, language: 'vi' });
    const message = ADVICE[status] ?? 'Xin mở lại đường dẫn trong thư rồi thử lại.';
    request.response =
      status === 404
        ? html(404, renderNotFoundPage())
        : html(status, renderErrorPage({ title, message, requestId }));
  },
});
