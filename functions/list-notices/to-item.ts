import { formatCode } from '../../core/codes/petition-code.js';
import { isLetter } from '../../core/petition/notice-kinds.js';
import type { Petition } from '../../core/petition/petition.js';
import type { StoredNotice } from '../../core/ports/notices.js';
import type { Vault } from '../../core/ports/vault.js';
import type { NoticesAnswer } from './schema.js';

type Item = NoticesAnswer['items'][number];

const nameOf = (petition: Petition, agencyId: string): string => {
  const { task, hops } = petition;
  const bodies = task === null ? [] : [task.holder, ...task.support];
  return (
    bodies.find(({ id }) => id === agencyId)?.name ??
    hops.find(({ to }) => to === agencyId)?.toName ??
    agencyId
  );
};

const recipient = async (vault: Vault, petition: Petition, { to }: StoredNotice): Promise<Item['to']> => {
  if (to.kind === 'agency')
    return { kind: 'agency', agencyId: to.agencyId, name: nameOf(petition, to.agencyId), role: to.role };
  const { submitter, address } = await vault.openFile(petition.id);
  const { name, phone, email } = submitter;
  return { kind: 'resident', name, phone, email, address };
};

/** What a clerk needs to phone or print a notice: whom, about what, and what the unit wrote to the resident. */
export const toItem = async (vault: Vault, petition: Petition, notice: StoredNotice): Promise<Item> => {
  return {
    petitionId: petition.id,
    id: notice.id,
    // Whoever phones speaks of all that the agency holds.
    kind: notice.digestDay === undefined ? notice.kind : 'digest',
    code: formatCode(petition.code),
    promisedAt: notice.sendAfter,
    to: await recipient(vault, petition, notice),
    said: isLetter(notice) ? ((await vault.openTexts(petition.id, notice.seq))['text'] ?? null) : null,
  };
};
