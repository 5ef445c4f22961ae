import { NotFoundError } from '../errors.js';
import { formatCode } from '../codes/petition-code.js';
import { isLetter, threadOfTask } from '../petition/notice-kinds.js';
import type { Petition } from '../petition/petition.js';
import { recipientsOf } from '../petition/recipients.js';
import type { MessageChannel } from '../messages/channel.js';
import type { Contact, ContactStore } from '../ports/contacts.js';
import type { Keyed } from '../ports/keyed.js';
import type { LinkStore } from '../ports/links.js';
import type { MailComposer, MailFacts, Mailer, MailOutcome } from '../ports/mail.js';
import { MOST_ATTEMPTS, type NoticeRef, type NoticeStore, type StoredNotice } from '../ports/notices.js';
import { mailedCode } from './answer-code.js';
import { confirmDelivery } from './confirm-delivery.js';
import { markedCarrier, type DigestDeps } from './digest-of-notice.js';
import { contentOf, digestMailTo, type Content } from './notice-content.js';
import { messageNumber, messageToResident, type MessageGateway } from './message-to-resident.js';
import { receiptSecret } from './receipt-secret.js';
import { recordUnreachable } from './record-undelivered.js';
import { createLink } from './task-link.js';
import { toldReclassification } from './told-reclassification.js';

export interface SendNoticeDeps extends DigestDeps {
  notices: NoticeStore;
  contacts: ContactStore;
  links: LinkStore;
  /** Keyed by the link secret, which this function alone may read. */
  linkKeys: Keyed;
  /** Version of that secret. */
  linkKeyVersion: string;
  mailer: Mailer;
  composer: MailComposer;
  publicOrigin: string;
  /** Address of the sender, without a name. */
  mailFrom: string;
  /** Keyed by the secret of the heads' one-time codes. */
  codeKeys: Keyed;
  /** Keyed by the secret of the receipts: a resident's mail opens the page on which its reader may answer. */
  receiptKeys: Keyed;
  /** For residents who left a telephone and no mailbox; absent on stages without one, where a person phones them. */
  gateway?: MessageGateway | undefined;
}

/** `worklist`: a resident whom neither mail nor message reaches; `unreached`: an agency without a contact that takes mail. */
export type SendOutcome =
  'sent' | 'nothing-to-do' | 'covered' | 'skipped' | 'worklist' | 'unreached' | 'retry' | 'abandoned';

/** A lease outlives the function's own time-out (60 s) in real time, so two attempts never overlap. */
const LEASE_SECONDS = 90;
const MOST_REFUSALS = 10;
const FIRST_RETRY_SECONDS = 60;
const LONGEST_RETRY_SECONDS = 3_600;

/** What became of a mail or a message; `via`: it went to a telephone. */
type Sent = MailOutcome & { via?: MessageChannel };

type Address = { email: string; contact: Contact | null } | { number: string };
type MailAddress = Extract<Address, { email: string }>;

/** Who may get it and takes mail, best first; a definite refusal moves on to the next. */
const addressesOf = async (deps: SendNoticeDeps, notice: StoredNotice): Promise<Address[]> => {
  if (notice.to.kind === 'resident') {
    const { email, phone } = (await deps.vault.openFile(notice.petitionId)).submitter;
    if (email !== null && notice.isMailDead !== true) return [{ email, contact: null }];
    const number = deps.gateway === undefined ? null : messageNumber(phone);
    return number === null ? [] : [{ number }];
  }
  const contacts = await deps.contacts.of(notice.to.agencyId);
  const takingMail = contacts.filter(({ bouncedOn }) => bouncedOn === undefined);
  return recipientsOf(notice, takingMail).map((contact) => ({ email: contact.email, contact }));
};

/** Messages whose link answers one request and nothing else. */
const REQUEST_OF: Partial<Record<StoredNotice['kind'], (petition: Petition) => number | undefined>> = {
  'extension-requested': ({ task }) => task?.extensionRequest?.seq,
  'approval-requested': ({ task }) => task?.proposal?.seq,
  'answer-code': ({ task }) => task?.proposal?.seq,
};

/** The link of a task for one recipient; it acts from before the mail leaves. */
const taskUrl = async (
  deps: SendNoticeDeps,
  { notice, petition }: { notice: StoredNotice; petition: Petition },
  contact: Contact | null,
): Promise<string | null> => {
  if (notice.taskNo === null || contact === null || notice.to.kind !== 'agency') return null;
  const { petitionId, taskNo } = notice;
  const { linkId, link } = await createLink(deps, {
    ...{ petitionId, taskNo, thread: threadOfTask(notice), contact },
    requestSeq: REQUEST_OF[notice.kind]?.(petition),
  });
  await deps.links.put(link);
  return `${deps.publicOrigin}/t/${linkId}`;
};

/** Behind the `#`, so that neither code nor secret reaches a server's log. Officials' mails never carry the secret. */
const trackUrl = async (deps: SendNoticeDeps, { to }: StoredNotice, petition: Petition): Promise<string> => {
  const page = `${deps.publicOrigin}/track.html#${formatCode(petition.code)}`;
  return to.kind === 'resident'
    ? `${page}~${await receiptSecret(deps.receiptKeys, petition.id, petition.receiptNo)}`
    : page;
};

/** What the lead wrote in its invitation: the place is of no use behind a link that most of those invited have not. */
const visitOf = async (
  deps: SendNoticeDeps,
  { kind, petitionId, seq }: StoredNotice,
): Promise<Pick<MailFacts, 'visit'>> => {
  if (kind !== 'site-visit') return {};
  const { text = '', place = '' } = await deps.vault.openTexts(petitionId, seq);
  return { visit: { text, place, organizer: deps.mailFrom } };
};

const mailTo = async (deps: SendNoticeDeps, ask: Content & { address: MailAddress }) => {
  const { notice, petition, address, digest } = ask;
  const { contact } = address;
  const about = { petitionId: petition.id, noticeId: notice.id, contactId: contact?.id ?? null };
  const words =
    digest !== null && contact !== null
      ? await digestMailTo(deps, digest, contact)
      : await mailAbout(deps, ask);
  return { to: address.email, about, ...words };
};

const mailAbout = async (deps: SendNoticeDeps, ask: Content & { address: MailAddress }) => {
  const { notice, petition, address } = ask;
  const [category, timetable] = await Promise.all([
    deps.registers.category(petition.category),
    deps.registers.timetable(petition),
  ]);
  const now = deps.clock.now();
  const said = isLetter(notice)
    ? ((await deps.vault.openTexts(petition.id, notice.seq))['text'] ?? null)
    : null;
  return deps.composer.compose({
    kind: notice.kind,
    petition,
    now,
    timetable,
    categoryLabel: category?.label ?? petition.category,
    placeName:
      petition.unitId === null
        ? null
        : await deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
    contact: address.contact,
    taskUrl: await taskUrl(deps, { notice, petition }, address.contact),
    trackUrl: await trackUrl(deps, notice, petition),
    said,
    thread: notice.thread,
    ...(await visitOf(deps, notice)),
    ...(await mailedCode(deps.codeKeys, notice, { petition, contact: address.contact, now })),
    reclassified: await toldReclassification(deps.registers, petition, notice),
  });
};

/** Readies the mail or the message; called, it leaves. */
const prepared = async (
  deps: SendNoticeDeps,
  ask: Content & { address: Address },
): Promise<() => Promise<Sent>> => {
  const { address, ...about } = ask;
  if ('email' in address) {
    const mail = await mailTo(deps, { ...about, address });
    return () => deps.mailer.send(mail);
  }
  const { gateway } = deps;
  if (gateway === undefined) throw new TypeError('a number without a gateway');
  const message = messageToResident({ ...deps, gateway }, { ...about, number: address.number });
  await gateway.messenger.ready();
  return async () => {
    const outcome = await gateway.messenger.send(message);
    const via = gateway.messenger.channel;
    return outcome.kind === 'accepted' ? { kind: 'accepted', messageId: message.messageId, via } : outcome;
  };
};

const settleUnsent = async (deps: SendNoticeDeps, notice: StoredNotice): Promise<SendOutcome> => {
  if (await recordUnreachable(deps, notice)) return 'unreached';
  const at = deps.clock.now();
  // An answer or a question must reach the resident, and an agency must learn of its task: a person takes over from here.
  const isToAgency = notice.to.kind === 'agency';
  const needsPerson = isToAgency || isLetter(notice);
  await deps.notices.settle(notice, { status: needsPerson ? 'WORKLIST' : 'SKIPPED', at });
  if (isToAgency) return 'unreached';
  return needsPerson ? 'worklist' : 'skipped';
};

const settleRefused = async (deps: SendNoticeDeps, notice: StoredNotice): Promise<SendOutcome> => {
  if (notice.refusals + 1 >= MOST_REFUSALS) {
    await deps.notices.settle(notice, { status: 'WORKLIST', at: deps.clock.now(), refused: true });
    return 'abandoned';
  }
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** notice.refusals, LONGEST_RETRY_SECONDS);
  const retryAt = deps.clock.inRealSeconds(seconds);
  await deps.notices.settle(notice, { status: 'PENDING', at: deps.clock.now(), refused: true, retryAt });
  return 'retry';
};

/**
 * Decisions count as delivered when the mail service has taken the mail; those sent to a telephone when the gateway says
 * that they arrived. Said before the notice is settled: a crash in
 * between leads to the second attempt, which finds the delivery, never to a settled notice without one.
 */
const confirmIfDecision = async (
  deps: SendNoticeDeps,
  notice: StoredNotice,
  petition: Petition,
): Promise<void> => {
  if (notice.kind === 'decision' && petition.outcome !== null)
    await confirmDelivery(deps, petition.id, {
      by: 'email',
      actor: { kind: 'system' },
      answerSeq: notice.seq,
    });
};

/** A fault before anything was sent: the attempt does not count, and after ten of them a person takes over. */
const beforeSending = async <T>(
  deps: SendNoticeDeps,
  notice: StoredNotice,
  prepare: () => Promise<T>,
): Promise<T> => {
  try {
    return await prepare();
  } catch (error) {
    await settleRefused(deps, notice);
    throw error;
  }
};

const attempt = async (deps: SendNoticeDeps, content: Content): Promise<SendOutcome> => {
  const { notice, petition } = content;
  const settleSent = async (
    sent: { messageId?: string; via?: MessageChannel } = {},
  ): Promise<SendOutcome> => {
    await deps.notices.settle(notice, { status: 'SENT', at: deps.clock.now(), ...sent });
    return 'sent';
  };
  // The first attempt arrived and was recorded; only its end was lost.
  if (notice.kind === 'decision' && petition.delivered !== null) return settleSent();
  for (const address of await beforeSending(deps, notice, () => addressesOf(deps, notice))) {
    const send = await beforeSending(deps, notice, () => prepared(deps, { ...content, address }));
    // From here on an error leaves it open whether the mail left: the lease decides about the second attempt.
    const outcome = await send();
    if (outcome.kind === 'accepted') {
      const { kind: _, ...sent } = outcome;
      if (sent.via === undefined) await confirmIfDecision(deps, notice, petition);
      return settleSent(sent);
    }
    if (!outcome.isFinal) return settleRefused(deps, notice);
  }
  return settleUnsent(deps, notice);
};

/** What is left to do for a notice that could not be claimed: the end of one whose two attempts are spent. */
const finishUnclaimed = async (deps: SendNoticeDeps, ref: NoticeRef): Promise<SendOutcome> => {
  const notice = await deps.notices.load(ref);
  if (notice === null) throw new NotFoundError();
  const isSpent =
    notice.status === 'SENDING' &&
    notice.attempts >= MOST_ATTEMPTS &&
    (notice.leaseUntil ?? '') <= deps.clock.now();
  if (!isSpent) return 'nothing-to-do';
  const marked = await markedCarrier(deps, notice);
  await deps.notices.settle(marked, { status: 'WORKLIST', at: deps.clock.now() });
  return 'abandoned';
};

/**
 * Sends one promised message. At least once and at most twice: an attempt whose end is unknown counts as one that may
 * have arrived, and after two of those a person takes over.
 * @throws whatever kept it from being sent or recorded; the notice's lease or its next time decides what follows.
 */
export const sendNotice = async (deps: SendNoticeDeps, ref: NoticeRef): Promise<SendOutcome> => {
  const now = deps.clock.now();
  const notice = await deps.notices.claim(ref, { now, leaseUntil: deps.clock.inRealSeconds(LEASE_SECONDS) });
  if (notice === null) return finishUnclaimed(deps, ref);
  const petition = await beforeSending(deps, notice, () => deps.store.load(ref.petitionId));
  if (petition === null) throw new NotFoundError();
  const content = await beforeSending(deps, notice, () => contentOf(deps, notice, petition));
  if (content === 'skipped') {
    await deps.notices.settle(notice, { status: 'SKIPPED', at: now });
    return 'skipped';
  }
  if ('coveredBy' in content) {
    await deps.notices.settle(notice, { status: 'COVERED', at: now, coveredBy: content.coveredBy });
    return 'covered';
  }
  return attempt(deps, content);
};
