import { isDeskRole, type ContactRole, type DeskRole } from '../registry/contact-role.js';
import type { Notice } from './notices.js';

interface Reachable {
  id: string;
  role: ContactRole;
}

/** What only the head of the agency may read and answer: it goes to nobody else. */
const FOR_HEAD: readonly Notice['kind'][] = ['approval-requested', 'answer-code', 'draft-void'];

const isOfDesk = <C extends Reachable>(contact: C): contact is C & { role: DeskRole } =>
  isDeskRole(contact.role);

/**
 * The contacts of an agency that a message may go to, best first: whoever the task was assigned to, then the wanted role,
 * then the others who answer for the agency. Colleagues and offices get only what is meant for them.
 */
export const recipientsOf = <C extends Reachable>(
  { kind, to }: Pick<Notice, 'kind' | 'to'>,
  contacts: readonly C[],
): C[] => {
  if (to.kind !== 'agency') return [];
  const desk = contacts.filter(isOfDesk);
  if (FOR_HEAD.includes(kind)) return desk.filter(({ role }) => role === 'head');
  const rankOf = ({ id, role }: Reachable): number => {
    if (id === to.contactId) return 0;
    return role === to.role ? 1 : 2;
  };
  const named = contacts.filter(({ id, role }) => id === to.contactId && !isDeskRole(role));
  return [...named, ...desk].toSorted((a, b) => rankOf(a) - rankOf(b));
};
