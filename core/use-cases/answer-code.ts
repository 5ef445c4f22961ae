import { codeState, type AnswerCode } from '../petition/code-state.js';
import type { Petition } from '../petition/petition.js';
import type { Contact } from '../ports/contacts.js';
import type { Keyed } from '../ports/keyed.js';
import type { MailFacts } from '../ports/mail.js';
import type { Notice } from '../petition/notices.js';
import { isSameText } from '../same-text.js';
import type { Instant } from '../time.js';

const DIGITS = 8;
const CODES = 10n ** BigInt(DIGITS);

/** What a code is for; another draft, number, contact or address of that contact has another one. */
export interface CodeSubject extends Pick<AnswerCode, 'no' | 'contactId' | 'addressSince'> {
  petitionId: string;
  proposalSeq: number;
}

/** The digits of a code: the same in the mail, in its repetitions and when it is checked. Never stored, never logged. */
export const codeDigits = async (codeKeys: Keyed, of: CodeSubject): Promise<string> => {
  const named = [of.petitionId, of.proposalSeq, of.no, of.contactId, of.addressSince];
  const mac = await codeKeys.mac('answer-code', JSON.stringify(named));
  return (BigInt(`0x${mac}`) % CODES).toString().padStart(DIGITS, '0');
};

/** What was typed without the marks by which people group digits; null for what cannot be a code. */
export const typedDigits = (typed: string): string | null => {
  const digits = typed.replace(/[\s.·-]/gu, '');
  return /^[0-9]{8}$/.test(digits) ? digits : null;
};

/** Are these the digits of the code? Compared in constant time. */
export const isRightCode = async (codeKeys: Keyed, of: CodeSubject, digits: string): Promise<boolean> =>
  isSameText(await codeDigits(codeKeys, of), digits);

/**
 * What the mail with a code says of it. Without digits where the code does not hold any more, or was made for another
 * contact or address than the mail goes to.
 */
export const mailedCode = async (
  codeKeys: Keyed,
  { kind }: Pick<Notice, 'kind'>,
  to: { petition: Petition; contact: Contact | null; now: Instant },
): Promise<Pick<MailFacts, 'answerCode'>> => {
  const { petition, contact, now } = to;
  const proposal = petition.task?.proposal;
  if (kind !== 'answer-code' || proposal?.code == null) return {};
  const { code } = proposal;
  const isFor = contact?.id === code.contactId && contact.addressSince === code.addressSince;
  const subject = { ...code, petitionId: petition.id, proposalSeq: proposal.seq };
  const holds = isFor && codeState(code, now) === 'usable';
  return { answerCode: { digits: holds ? await codeDigits(codeKeys, subject) : null, until: code.until } };
};
