import type {
  Closure,
  EntryChannel,
  LateEntryReason,
  SealedEvent,
  UnsealReason,
} from '../../core/sealed/sealed-events.js';
import type { Lane } from '../../core/ports/sealed-lane.js';
import type { Denunciation, EvidenceFile } from '../../core/ports/sealed-vault.js';
import type { SealedStatus } from '../../core/sealed/sealed-file.js';
import { bearer, call, json, query } from './call.js';

export type LanePlace = Omit<Lane, 'provinceId'>;

/** What is denounced, however it is handed in. */
export interface DenunciationSaid {
  unit: string;
  accused: { agency: string; superiorToo: boolean } | { name: string };
  person: string;
  description: string;
  evidence?: string;
  /** Base64. */
  files?: string[];
  denouncer: { name: string; address: string; phone?: string; email?: string };
}

export type DenunciationPost = DenunciationSaid & { consent: true };

/** Entered by an officer from paper. */
export type DenunciationEntry = DenunciationSaid & {
  desk?: string;
  channel: EntryChannel;
  receivedOn: string;
  lateReason?: LateEntryReason;
};

export type OpenedDenunciation = Omit<Denunciation, 'files'> & {
  files: { type: EvidenceFile['type']; base64: string }[];
};

export interface DenunciationReceipt {
  code: string;
  receivedAt: string;
  body: { id: string; name: string };
  checkBy: string;
}

export interface DenunciationStatus {
  code: string;
  status: SealedStatus;
  receivedOn: string;
  handedOverOn: string | null;
  closedOn: string | null;
}

export interface SealedItem {
  id: string;
  code: string;
  status: SealedStatus;
  receivedAt: string;
  body: { id: string; name: string };
  accused: { id: string; name: string } | null;
  nextDate: string | null;
  late: boolean;
  unsealings: number;
}

export interface SealedList {
  bodies: string[];
  items: SealedItem[];
  late: number;
  next?: string;
}

const pathOf = (id: string, act: string): string => `/api/sealed/${encodeURIComponent(id)}${act}`;

/** The sealed lane's routes. */
export const sealedApi = {
  lane: (unit = '') =>
    call<{ provinces: string[]; place: LanePlace | null }>(
      unit === '' ? '/api/sealed-lane' : `/api/sealed-lane?${query({ unit })}`,
    ),
  submit: (body: DenunciationPost, key: string) =>
    call<DenunciationReceipt>('/api/denunciations', json(body, { 'idempotency-key': key })),
  track: (code: string) => call<DenunciationStatus>(`/api/denunciations/${encodeURIComponent(code)}`),
  list: (token: string, fields: Record<string, string>) =>
    call<SealedList>(`/api/sealed?${query(fields)}`, { headers: bearer(token) }),
  enter: (token: string, body: DenunciationEntry, key: string) =>
    call<DenunciationReceipt>('/api/sealed', json(body, { 'idempotency-key': key, ...bearer(token) })),
  show: (token: string, id: string) =>
    call<{ file: SealedItem; events: SealedEvent[]; intact: boolean }>(pathOf(id, ''), {
      headers: bearer(token),
    }),
  unseal: (token: string, id: string, body: { reason: UnsealReason; documentNo?: string }) =>
    call<{ file: SealedItem; denunciation: OpenedDenunciation }>(
      pathOf(id, '/unseal'),
      json(body, bearer(token)),
    ),
  handOver: (token: string, id: string, documentNo: string) =>
    call<SealedItem>(pathOf(id, '/hand-over'), json({ documentNo }, bearer(token))),
  close: (token: string, id: string, body: { closure: Closure; documentNo: string }) =>
    call<SealedItem>(pathOf(id, '/closure'), json(body, bearer(token))),
};
