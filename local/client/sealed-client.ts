import { randomUUID } from 'node:crypto';

export interface SealedReceipt {
  code: string;
  receivedAt: string;
  body: { id: string; name: string };
  checkBy: string;
}

export interface SealedFileItem {
  id: string;
  code: string;
  status: string;
  nextDate: string | null;
  late: boolean;
}

export interface Unsealed {
  denouncer: { name: string };
  accusedName: string;
  files: { type: string; base64: string }[];
}

/** Speaks to the sealed lane as a denouncer and as an officer of a body do. */
export class SealedClient {
  constructor(readonly origin: string) {}

  submit(body: object): Promise<SealedReceipt> {
    return this.#post('/api/denunciations', body, '');
  }

  track(code: string): Promise<Record<string, string | null>> {
    return this.#json(fetch(`${this.origin}/api/denunciations/${code}`));
  }

  enter(token: string, body: object): Promise<SealedReceipt> {
    return this.#post('/api/sealed', body, token);
  }

  async list(token: string): Promise<SealedFileItem[]> {
    const { items } = await this.#get<{ items: SealedFileItem[] }>('/api/sealed', token);
    return items;
  }

  show(token: string, id: string): Promise<{ events: { type: string; at: string }[]; intact: boolean }> {
    return this.#get(`/api/sealed/${id}`, token);
  }

  async unseal(token: string, id: string, reason: string): Promise<Unsealed> {
    const { denunciation } = await this.#post<{ denunciation: Unsealed }>(
      `/api/sealed/${id}/unseal`,
      { reason },
      token,
    );
    return denunciation;
  }

  handOver(token: string, id: string, documentNo: string): Promise<SealedFileItem> {
    return this.#post(`/api/sealed/${id}/hand-over`, { documentNo }, token);
  }

  close(token: string, id: string, body: { closure: string; documentNo: string }): Promise<SealedFileItem> {
    return this.#post(`/api/sealed/${id}/closure`, body, token);
  }

  #get<T>(path: string, token: string): Promise<T> {
    return this.#json(fetch(this.origin + path, { headers: { authorization: `Bearer ${token}` } }));
  }

  #post<T>(path: string, body: object, token: string): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
    return this.#json(fetch(this.origin + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** @throws Error with the answer's text unless it is a success. */
  async #json<T>(asked: Promise<Response>): Promise<T> {
    const answer = await asked;
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${(await answer.text()).slice(0, 400)}`);
    return (await answer.json()) as T;
  }
}
