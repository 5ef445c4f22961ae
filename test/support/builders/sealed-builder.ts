import { createPetitionCode } from '../../../core/codes/petition-code.js';
import type { SealedPerson } from '../../../core/ports/sealed-store.js';
import type { SealedEvent, SealedHappening } from '../../../core/sealed/sealed-events.js';
import { applySealedEvent, type SealedFile } from '../../../core/sealed/sealed-file.js';
import { nextSealedEvent } from '../../../core/use-cases/seal-event.js';
import { petitionIdNo } from './petition-builder.js';

export const INSPECTORATE = { id: 'thanh-tra-hcm', name: 'Thanh tra TP.HCM', tier: 'tinh' };
const WARD = { id: 'ubnd-xa/w:26773@2025-07', name: 'UBND phường Thới An', tier: 'xa' };
export const RECEIVED_AT = '2026-11-02T02:00:00.000Z';
export const PERSON: SealedPerson = { jwe: 'e30..x', wrappedKey: 'kk' };

const due = (at: string, term: string) => ({ at, term, calendar: 'c1', provisional: false });

/** A denunciation as received: event and record. */
export const aReceived = (
  n: number,
  more: { bodyId?: string; checkBy?: string } = {},
): { event: SealedEvent; after: SealedFile; person: SealedPerson } => {
  const happening: SealedHappening = {
    type: 'DenunciationReceived',
    data: {
      code: createPetitionCode(Uint8Array.from([8, 7, 6, 5, 4, 3, n >> 8, n & 255])),
      provinceId: 'p:79@2025-07',
      accused: WARD,
      superiorToo: false,
      excluded: { accused: [WARD.id], below: [] },
      body: { ...INSPECTORATE, id: more.bodyId ?? INSPECTORATE.id },
      rule: 'inspection',
      checkBy: due(more.checkBy ?? '2026-11-11T10:00:00.000Z', 'to-cao.check'),
      sealedSha256: 'a'.repeat(64),
    },
  };
  const event = nextSealedEvent(null, happening, {
    fileId: petitionIdNo(n),
    actor: { kind: 'denouncer' },
    release: 'r1',
    now: RECEIVED_AT,
  });
  return { event, after: applySealedEvent(null, event), person: PERSON };
};

const OFFICER = { kind: 'officer' as const, userId: 'user-1', bodyId: INSPECTORATE.id };

/** One more event on a file. */
export const thenSealed = (before: SealedFile, happening: SealedHappening, now = RECEIVED_AT) => {
  const event = nextSealedEvent(before, happening, { fileId: before.id, actor: OFFICER, release: 'r1', now });
  return { before, event, after: applySealedEvent(before, event), mails: false };
};

export const UNSEALED: SealedHappening = {
  type: 'IdentityUnsealed',
  data: { reason: 'check-acceptance', documentNo: null },
};
export const HANDED_OVER: SealedHappening = {
  type: 'DenunciationHandedOver',
  data: { documentNo: '125/QĐ-TTr', resolveBy: due('2026-12-09T10:00:00.000Z', 'to-cao.resolve') },
};
export const CLOSED: SealedHappening = {
  type: 'DenunciationClosed',
  data: { closure: 'passed-on', documentNo: '12/CV' },
};
