import { createHash } from 'node:crypto';
import { FINAL_DECISIONS } from '../../../core/petition/final-decision.js';
import { enterCode, type CodeForm } from '../../../core/use-cases/enter-code.js';
import { createNonce } from '../../../core/use-cases/form-nonce.js';
import type { FormOutcome } from '../../../core/use-cases/record-form.js';
import { smallRegisters, WARD } from './small-registers.js';
import { World, type WorldOptions } from './world.js';

export const HEAD = `head@${WARD.id}.example`;
export const TEXT = 'Đã thu gom rác xong sáng nay.';

/** A nonce for a form behind a link, as its page would have it. */
export const nonceFor = (world: World, link: string): Promise<string> =>
  createNonce(world.linkDeps(), createHash('sha256').update(link).digest('hex'));

/** The draft and the code that a page of now is made for; of nothing where no draft waits. */
export const codeRef = async (world: World, petitionId: string): Promise<CodeForm['ref']> => {
  const proposal = (await world.petition(petitionId)).task?.proposal;
  return { proposalSeq: proposal?.seq ?? 0, codeNo: proposal?.code?.no ?? 0 };
};

/** An official does something with the code of a draft, on the page of the task's link. */
export const typesCode = async (
  world: World,
  petitionId: string,
  { link, ...form }: Partial<CodeForm> & { link?: string },
): Promise<FormOutcome> => {
  const used = link ?? (await world.linkOf(petitionId)) ?? '';
  const outcome = await enterCode(world.linkDeps(), used, {
    ...{ nonce: await nonceFor(world, used), act: 'enter-code', code: null },
    ...{ ref: await codeRef(world, petitionId), ...form },
  });
  world.machinery.pump();
  return outcome;
};

/** The digits of the latest mail with a code to an address; an empty text where that mail has none. */
export const mailedCodeTo = (world: World, address: string): string =>
  world.fakes.mailer.to(address).findLast(({ subject }) => subject === 'answer-code')?.html ?? '';

/** Eight digits that are not these. */
export const otherThan = (digits: string): string => (digits === '86420975' ? '86420976' : '86420975');

/** Where every final answer needs a code of its head. */
export const withCodes = async (options: WorldOptions = {}): Promise<{ world: World; id: string }> => {
  const registers = smallRegisters({ headApproval: [...FINAL_DECISIONS], approvalWay: 'one-time-code' });
  const world = new World({ registers, ...options });
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

/** Drafts an answer; gives the code in the head's mail. */
export const propose = async (world: World, id: string, text = TEXT): Promise<string> => {
  await world.decide(id, { decision: 'resolve', text });
  await world.scheduler.runFor({ minutes: 10 });
  return mailedCodeTo(world, HEAD);
};
