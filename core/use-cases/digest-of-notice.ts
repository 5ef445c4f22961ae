import { ALONE, isCarrier, isReminderOfTask, placeIn, type DigestPlace } from '../digests/place-in-digest.js';
import { isOutdated } from '../petition/outdated-notice.js';
import type { Petition } from '../petition/petition.js';
import type { PetitionList } from '../ports/audit.js';
import type { DigestStore } from '../ports/digests.js';
import type { StoredNotice } from '../ports/notices.js';
import { localDayOf } from '../time.js';
import type { ChangeDeps } from './change-petition.js';

export interface DigestDeps extends ChangeDeps {
  digests: DigestStore;
  list: PetitionList;
}

/** The day for which a notice was promised: a retry of the next day still belongs to it. */
const dayOf = ({ sendAfter }: StoredNotice): string => localDayOf(sendAfter);

/** Does the agency hold more than the registry lets be mailed one by one? Index read, no further than the answer needs. */
const holdsTooMany = async (
  { list, registers, clock }: DigestDeps,
  provinceId: string,
  agencyId: string,
): Promise<boolean> => {
  const most = await registers.digestOver(provinceId, agencyId);
  if (most === null) return false;
  const by = { kind: 'holder', agencyId } as const;
  const { items } = await list.list({ by, where: { isHeld: true } }, { now: clock.now(), limit: most + 1 });
  return items.length > most;
};

/**
 * Where a notice that is about to be sent belongs. The first reminder of the day of an agency with many open tasks opens
 * its digest and carries it; the others are covered. Asked again, it gives the same answer: the digest is written once,
 * before anything is sent or covered. Urgent classes are always reminded one by one.
 */
export const digestOfNotice = async (
  deps: DigestDeps,
  notice: StoredNotice,
  petition: Petition,
): Promise<DigestPlace> => {
  if (!isReminderOfTask(notice)) return ALONE;
  const { isUrgent } = await deps.registers.timetable(petition);
  if (isUrgent) return ALONE;
  const { agencyId, role } = notice.to;
  const day = dayOf(notice);
  const placeInKnown = async (): Promise<DigestPlace | null> => {
    const digest = await deps.digests.load(agencyId, day);
    if (digest === null) return null;
    const isOfCarrier = digest.carrier.petitionId === petition.id && !isCarrier(digest, notice);
    const history = isOfCarrier ? await deps.store.history(petition.id) : [];
    return placeIn(digest, notice, { petition, history });
  };
  const known = await placeInKnown();
  if (known !== null) return known;
  const needsNone = role === 'head' || isOutdated(notice, petition);
  if (needsNone || !(await holdsTooMany(deps, petition.provinceId, agencyId))) return ALONE;
  const carrier = { petitionId: notice.petitionId, id: notice.id };
  const digest = { agencyId, day, at: deps.clock.now(), carrier };
  if (await deps.digests.open(digest)) return { kind: 'carries', digest };
  return (await placeInKnown()) ?? ALONE;
};

/** The notice with the day of its digest, where its mail is one. */
export const markedCarrier = async (
  { digests }: Pick<DigestDeps, 'digests'>,
  notice: StoredNotice,
): Promise<StoredNotice> => {
  if (!isReminderOfTask(notice)) return notice;
  const digest = await digests.load(notice.to.agencyId, dayOf(notice));
  return digest !== null && isCarrier(digest, notice) ? { ...notice, digestDay: digest.day } : notice;
};
