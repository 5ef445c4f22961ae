import { randomUUID } from 'node:crypto';
import type { InboxMail } from '../inbox.js';
import type { GatewayMessage } from '../messages/message-gateway.js';

export interface SubmittedPetition {
  code: string;
  secret: string;
  statusUrl: string;
  status: string;
  /** What it was split into; empty for one matter. */
  matters: { code: string; category: string }[];
  promised: { firstNoticeBy: string; resolveBy: string | null };
}

export interface TrackedStatus {
  code: string;
  status: string;
  holder: { id: string; name: string; tier: string } | null;
  receivedAt: string;
  dueAt: string | null;
  late: boolean;
  hops: {
    at: string;
    from: string | null;
    to: string;
    toName?: string;
    kind: string;
    reason: string | null;
  }[];
  supports: { agency: string; state: string; endedAt: string | null }[];
  matters: { code: string; status: string }[];
  outcome?: { kind: string; answer?: string | null } | null;
}

export interface TaskForm {
  status: number;
  html: string;
  nonce: string;
  decisions: string[];
}

const attribute = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((found) => found[1] ?? '').filter((value) => value !== '');

/** A file of an official's form. */
export interface PostedFile {
  field?: 'evidence' | 'signedFile';
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** Speaks to the system as people and their programs do: forms, links in mails, the public API. Nothing else. */
export class PublicClient {
  constructor(readonly origin: string) {}

  async submit(body: object, options: { key?: string; language?: string } = {}): Promise<Response> {
    return this.postPetition('/api/petitions', body, {
      'idempotency-key': options.key ?? randomUUID(),
      'accept-language': options.language ?? 'vi',
    });
  }

  /** Enters a petition at the reception desk; `token` is an operator's. */
  async enter(body: object, token: string, options: { key?: string } = {}): Promise<Response> {
    return this.postPetition('/api/operator/petitions', body, {
      'idempotency-key': options.key ?? randomUUID(),
      authorization: `Bearer ${token}`,
    });
  }

  /** Records a meeting with what was raised there; `token` is an operator's. */
  async recordMeeting(body: object, token: string, options: { key?: string } = {}): Promise<Response> {
    return this.postPetition('/api/meetings', body, {
      'idempotency-key': options.key ?? randomUUID(),
      authorization: `Bearer ${token}`,
    });
  }

  async track(code: string): Promise<TrackedStatus> {
    return this.json<TrackedStatus>(`/api/petitions/${code}`);
  }

  /** What a resident says of a petition: `secret` is the receipt's. */
  async say(
    code: string,
    path: 'answers' | 'feedback' | 'withdrawal' | 'signed-file',
    body: { secret: string } & Record<string, unknown>,
  ): Promise<Response> {
    return this.postPetition(`/api/petitions/${code}/${path}`, body, { 'accept-language': 'vi' });
  }

  /** The receipt's secret, as a mail to the resident carries it behind the code. */
  secretIn(mail: InboxMail): string | undefined {
    return /track\.html#[0-9A-Z-]+~([0-9a-f]+)/.exec(mail.text)?.[1];
  }

  /** Messages to telephones, as the local gateway took them. */
  async messages(): Promise<GatewayMessage[]> {
    return this.json<GatewayMessage[]>('/_local/messages.json');
  }

  /** What an operator does at the desk; gives the answer as it is. */
  async desk(path: string, token: string, body?: object): Promise<Response> {
    return fetch(`${this.origin}/api/operator${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  }

  async inbox(): Promise<InboxMail[]> {
    return this.json<InboxMail[]>('/_local/inbox.json');
  }

  /** The path of the task link in a mail, or undefined for a mail without one. */
  linkIn(mail: InboxMail): string | undefined {
    return /\/t\/[A-Za-z0-9_-]{22}/.exec(mail.text)?.[0];
  }

  async openTask(link: string): Promise<TaskForm> {
    const answer = await fetch(this.origin + link);
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      nonce:
        attribute(html, /name="nonce"[^>]*value="([^"]+)"/g)[0] ??
        attribute(html, /value="([^"]+)"[^>]*name="nonce"/g)[0] ??
        '',
      decisions: attribute(html, /name="decision"[^>]*value="([^"]+)"/g),
    };
  }

  /** Posts the form of a link as a browser does. */
  async postDecision(
    link: string,
    fields: Record<string, string>,
    files: PostedFile[] = [],
  ): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { name, type, bytes, field = 'evidence' } of files)
      form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
    return fetch(this.origin + link, { method: 'POST', body: form, headers: { origin: this.origin } });
  }

  /** Opens the link, fills the form and posts it. */
  async decide(link: string, fields: Record<string, string>, files: PostedFile[] = []): Promise<Response> {
    const { nonce } = await this.openTask(link);
    return this.postDecision(link, { nonce, ...fields }, files);
  }

  async now(): Promise<string> {
    return (await this.json<{ now: string }>('/_local/clock')).now;
  }

  async jumpTo(instant: string): Promise<void> {
    const answer = await fetch(`${this.origin}/_local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jumpTo: instant }),
    });
    if (!answer.ok) throw new Error(`The clock did not jump: ${await answer.text()}`);
  }

  async token(user: string): Promise<string> {
    const answer = await fetch(`${this.origin}/_local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user }),
    });
    return ((await answer.json()) as { token: string }).token;
  }

  async audit<T>(path: string, token: string): Promise<T> {
    const answer = await fetch(`${this.origin}/api/audit${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`GET /api/audit${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  private async postPetition(path: string, body: object, headers: Record<string, string>): Promise<Response> {
    return fetch(this.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  private async json<T>(path: string): Promise<T> {
    const answer = await fetch(this.origin + path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}
