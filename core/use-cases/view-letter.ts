import { formatCode } from '../codes/petition-code.js';
import { IllegalTransitionError, NotFoundError } from '../errors.js';
import { isLetter } from '../petition/notice-kinds.js';
import type { Notice } from '../petition/notices.js';
import type { Clock } from '../ports/clock.js';
import type { MailFacts } from '../ports/mail.js';
import type { NoticeRef, NoticeStatus, NoticeStore } from '../ports/notices.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import type { Vault } from '../ports/vault.js';
import { toldReclassification } from './told-reclassification.js';

export interface ViewLetterDeps {
  clock: Clock;
  store: Pick<PetitionStore, 'load'>;
  notices: Pick<NoticeStore, 'load'>;
  registers: Pick<Registers, 'category' | 'placeName' | 'timetable'>;
  vault: Vault;
  publicOrigin: string;
}

/** With a person, or brought by one: a copy may be asked for. */
const AT_DESK: readonly NoticeStatus[] = ['WORKLIST', 'DONE_BY_HAND'];

export interface LetterFacts {
  /** As for a mail; the page is the public one, without the receipt's secret: letters are opened by others too. */
  facts: MailFacts;
  recipient: string;
}

/** What the unit wrote; nothing where the notice brings no words of others. */
const saidIn = async ({ vault }: ViewLetterDeps, notice: Notice): Promise<string | null> =>
  isLetter(notice) ? ((await vault.openTexts(notice.petitionId, notice.seq))['text'] ?? null) : null;

/**
 * What a letter with a notice of the desk's list says, and to whom.
 * @throws NotFoundError for notices that do not exist or go to an agency, IllegalTransitionError for those that are not
 * with the desk.
 */
export const viewLetter = async (deps: ViewLetterDeps, ref: NoticeRef): Promise<LetterFacts> => {
  const [notice, petition] = await Promise.all([deps.notices.load(ref), deps.store.load(ref.petitionId)]);
  if (notice?.to.kind !== 'resident' || petition === null) throw new NotFoundError();
  if (!AT_DESK.includes(notice.status)) throw new IllegalTransitionError('show-letter', notice.status);
  const { provinceId, unitId, receivedAt } = petition;
  const [file, category, timetable, placeName, said, reclassified] = await Promise.all([
    deps.vault.openFile(petition.id),
    deps.registers.category(petition.category),
    deps.registers.timetable(petition),
    unitId === null ? null : deps.registers.placeName(provinceId, unitId, receivedAt),
    saidIn(deps, notice),
    toldReclassification(deps.registers, petition, notice),
  ]);
  return {
    recipient: file.submitter.name,
    facts: {
      kind: notice.kind,
      ...{ petition, timetable, placeName },
      now: deps.clock.now(),
      categoryLabel: category?.label ?? petition.category,
      contact: null,
      taskUrl: null,
      trackUrl: `${deps.publicOrigin}/track.html#${formatCode(petition.code)}`,
      said,
      reclassified,
    },
  };
};
