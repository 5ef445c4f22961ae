import { ApiError } from '../call.js';

const wordsOf = (error: unknown): { title: string; detail: string } =>
  error instanceof ApiError ? error.words : { title: 'Trang gặp lỗi', detail: 'Xin tải lại trang.' };

/** Something could not be read. */
export const Failure = ({ error }: { error: unknown }) => {
  const { title, detail } = wordsOf(error);
  return (
    <div class="note warn" role="alert">
      <strong>{title}</strong>
      {detail === '' ? null : <p>{detail}</p>}
    </div>
  );
};
