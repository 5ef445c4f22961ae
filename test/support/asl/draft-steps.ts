import { fc } from '@fast-check/vitest';
import { HEAD_ANSWERS, type HeadAnswer } from '../../../core/petition/approval.js';
import { headSays } from './head-says.js';
import { mailedCodeTo, otherThan, typesCode } from './types-code.js';
import type { World } from './world.js';

/** What may happen to a draft. */
export type DraftStep =
  | { do: 'draft'; by: 'head'; answer: HeadAnswer }
  | { do: 'draft'; by: 'code'; types: 'right' | 'wrong' | 'another' };

const draft = fc.constant('draft' as const);

export const draftSteps: fc.Arbitrary<DraftStep> = fc.oneof(
  fc.record({ do: draft, by: fc.constant('head' as const), answer: fc.constantFrom(...HEAD_ANSWERS) }),
  fc.record({
    do: draft,
    by: fc.constant('code' as const),
    types: fc.constantFrom('right' as const, 'wrong' as const, 'another' as const),
  }),
);

/** The head's latest link, whatever has become of its draft. */
const draftLink = (world: World): string => {
  const mail = world.fakes.mailer.sent.findLast(({ subject }) =>
    ['approval-requested', 'answer-code'].includes(subject),
  );
  return mail?.text.split('/t/')[1] ?? '';
};

/** An official types the code of the latest mail, or another one, or asks for one. */
const aboutCode = async (
  world: World,
  id: string,
  { types }: Extract<DraftStep, { by: 'code' }>,
): Promise<void> => {
  const { holder } = (await world.petition(id)).task ?? {};
  const mailed = mailedCodeTo(world, `head@${holder?.id ?? ''}.example`);
  if (types === 'another') await typesCode(world, id, { act: 'request-code' });
  else await typesCode(world, id, { code: types === 'right' ? mailed : otherThan(mailed) });
};

/** The head says something to the latest draft, or an official does something with its code. */
export const aboutDraft = async (world: World, id: string, step: DraftStep): Promise<void> => {
  if (step.by === 'code') await aboutCode(world, id, step);
  else await headSays(world, draftLink(world), { answer: step.answer, text: 'Xin bổ sung.' });
};
