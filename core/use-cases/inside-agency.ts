import type { PetitionEvent } from '../events.js';
import { FIRST_CONTACT } from '../petition/assign-inside.js';
import type { AnswerProposal, ApprovalFacts } from '../petition/approval.js';
import type { Held } from '../petition/decision-input.js';
import type { ApprovalNeeds } from '../petition/approval-way.js';
import { isFinalDecision } from '../petition/final-decision.js';
import { INSIDE } from '../petition/inside-agency-notices.js';
import { fail } from '../petition/decision-input.js';
import type { Petition, Task } from '../petition/petition.js';
import type { Decision } from '../petition/transitions.js';
import type { ContactPosts, Post } from '../ports/contacts.js';
import type { Link } from '../ports/links.js';
import type { Registers } from '../ports/registers.js';
import type { Instant } from '../time.js';
import type { Vault } from '../ports/vault.js';

/** Where contacts and the rule of approval come from. */
interface InsideDeps {
  registers: Pick<Registers, 'headApproval'>;
  contacts: ContactPosts;
}

const isHeadPost = ({ role, takesMail }: Post): boolean => role === 'head' && takesMail;

/** Who is head of an agency and can be written to; null where nobody is. */
export const headOf = async (contacts: ContactPosts, agencyId: string): Promise<Post | null> =>
  (await contacts.posts(agencyId)).find(isHeadPost) ?? null;

const isOfHead = (posts: readonly Post[], { contactId }: Link): boolean =>
  posts.some(({ id, role }) => role === 'head' && id === contactId);

const NO_APPROVAL: ApprovalFacts = { needed: {}, head: null, isHead: false };

const approvalFor = async (
  deps: InsideDeps,
  { petition, link }: { petition: Held; link: Link },
): Promise<ApprovalFacts> => {
  const agencyId = petition.task.holder.id;
  const needed = await deps.registers.headApproval({ provinceId: petition.provinceId, agencyId });
  if (Object.keys(needed).length === 0) return NO_APPROVAL;
  const posts = await deps.contacts.posts(agencyId);
  return {
    needed,
    head: posts.find(isHeadPost) ?? null,
    isHead: isOfHead(posts, link),
  };
};

/**
 * Linking to a petition that is answered already sends that answer to this one's submitter at once: where the head has to
 * approve answers, only the head may. @throws ValidationError `approval-needed`
 */
export const requireApproved = async (
  deps: InsideDeps,
  ask: { petition: Held; link: Link; linkTo: Petition | null },
): Promise<void> => {
  if (ask.linkTo === null || ask.linkTo.outcome === null) return;
  const { needed, isHead } = await approvalFor(deps, ask);
  if (Object.keys(needed).length > 0 && !isHead) fail('/duplicateOf', 'approval-needed');
};

/** What a decision has to know of the holder's own house; contacts are read only where it matters. */
export const insideFor = async (
  deps: InsideDeps,
  ask: { petition: Held; link: Link; decision: Decision; contact: string | null },
): Promise<{ approval: ApprovalFacts; assignee: Post | null }> => {
  const { petition, decision, contact } = ask;
  const posts = decision === 'assign' ? await deps.contacts.posts(petition.task.holder.id) : [];
  return {
    approval: isFinalDecision(decision) ? await approvalFor(deps, ask) : NO_APPROVAL,
    assignee: posts.find(({ id, takesMail }) => id === contact && takesMail) ?? null,
  };
};

/** What the official's page shows of the holder's own house. */
export interface InsideFacts {
  /** Whom the task can be handed to, by the names of their posts. */
  assignable: { id: string; position: string }[];
  /** Post of whoever works on it; null while nobody was assigned, or the contact is not there any more. */
  assignedTo: string | null;
  /** Final decisions that go to the head first. */
  needsApproval: ApprovalNeeds;
  /** The draft that waits for the head, with its text. */
  proposal: (AnswerProposal & { text: string }) | null;
  /** When a word of the resident made the latest draft void; null where none was, or another one waits. */
  voidSince: Instant | null;
}

const postsShown = (
  posts: readonly Post[],
  { assignedTo }: Task,
): Pick<InsideFacts, 'assignable' | 'assignedTo'> => ({
  assignable: posts
    .filter(({ id, takesMail }) => takesMail && id !== (assignedTo ?? FIRST_CONTACT))
    .map(({ id, position }) => ({ id, position })),
  assignedTo: posts.find(({ id }) => id === assignedTo)?.position ?? null,
});

/** As seen through one link of the holder: the head's own answers leave at once. */
export const insideFactsOf = async (
  deps: InsideDeps & { vault: Pick<Vault, 'openTexts'> },
  petition: Held,
  link: Link,
): Promise<InsideFacts> => {
  const { task, provinceId } = petition;
  const agencyId = task.holder.id;
  const [posts, needed, texts] = await Promise.all([
    deps.contacts.posts(agencyId),
    deps.registers.headApproval({ provinceId, agencyId }),
    task.proposal === null ? null : deps.vault.openTexts(petition.id, task.proposal.seq),
  ]);
  return {
    ...postsShown(posts, task),
    needsApproval: isOfHead(posts, link) || !posts.some(isHeadPost) ? {} : needed,
    proposal: task.proposal && { ...task.proposal, text: texts?.['text'] ?? '' },
    voidSince: task.proposal === null ? (task.voidProposals.at(-1)?.at ?? null) : null,
  };
};

/** May the page of this task show what was said in an event? Whoever holds the petition later is not shown what was said inside. */
export const isForTask = ({ type, data }: PetitionEvent, taskNo: number): boolean =>
  !INSIDE.includes(type) || ('taskNo' in data && data.taskNo === taskNo);
