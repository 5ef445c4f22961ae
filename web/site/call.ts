import type { InputIssue } from '../../core/errors.js';

export type ProblemIssue = Pick<InputIssue, 'pointer' | 'code'> & { message: string };

/** A refusal of the API (RFC 9457), or no answer at all (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** Last part of the problem's `type`, e.g. `khieu-nai`. */
    readonly problem: string,
    readonly words: { title: string; detail: string; issues: ProblemIssue[] },
  ) {
    super(`${status} ${problem}`);
    this.name = 'ApiError';
  }
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  errors?: ProblemIssue[];
}

const NO_ANSWER = {
  title: 'Không kết nối được với hệ thống',
  detail: 'Xin kiểm tra mạng rồi thử lại. Nội dung đã nhập vẫn còn trên trang.',
  issues: [],
};

const problemOf = async (answer: Response): Promise<ApiError> => {
  const body = (await answer.json().catch(() => ({}))) as ProblemBody;
  return new ApiError(answer.status, body.type?.split(/[/:#]/).at(-1) ?? '', {
    title: body.title ?? 'Hệ thống gặp lỗi',
    detail: body.detail ?? '',
    issues: body.errors ?? [],
  });
};

export const ask = async (path: string, init: RequestInit): Promise<Response> => {
  const headers = {
    accept: 'application/json',
    'accept-language': 'vi',
    ...(init.headers as Record<string, string>),
  };
  const answer = await fetch(path, { ...init, headers, credentials: 'omit' }).catch(() => {
    throw new ApiError(0, 'no-answer', NO_ANSWER);
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

export const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const answer = await ask(path, init);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};

export const query = (fields: Record<string, string>): string =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();

export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
