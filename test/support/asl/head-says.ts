import { createHash } from 'node:crypto';
import type { HeadAnswer } from '../../../core/petition/approval.js';
import { answerProposal, type ProposalForm } from '../../../core/use-cases/answer-proposal.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import type { FormOutcome } from '../../../core/use-cases/record-form.js';
import type { World } from './world.js';

/** The head of the holder says something to a draft, through the link bound to it. */
export const headSays = async (
  world: World,
  link: string,
  { answer, ...form }: Partial<ProposalForm> & { answer: HeadAnswer },
): Promise<FormOutcome> => {
  const deps = world.linkDeps();
  const nonce = await createNonce(deps, createHash('sha256').update(link).digest('hex'));
  const declared = { actorName: 'Lê Thị Đứng Đầu', actorPosition: 'Chủ tịch' };
  const outcome = await answerProposal(deps, link, { nonce, answer, text: null, ...declared, ...form });
  world.machinery.pump();
  return outcome;
};
