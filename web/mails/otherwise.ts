import type { OfficialMailView } from './views.js';

/** What silence leads to: nobody shall be surprised by it. */
export const otherwise = (view: OfficialMailView): string[] =>
  view.isLastOwner || view.resolveBy === null
    ? []
    : ['Nếu quá hạn giải quyết mà chưa có kết quả, hệ thống tự chuyển kiến nghị lên cấp trên.'];
