import { describe, expect, it } from 'vitest';
import { requireApproved } from '../../../core/use-cases/inside-agency.js';
import { aLink } from '../../support/builders/link-builder.js';
import { aPetition, resolved, routed } from '../../support/builders/petition-builder.js';

const petition = aPetition({}, routed()) as Parameters<typeof requireApproved>[1]['petition'];
const open = aPetition({ n: 2 }, routed());
const answered = aPetition({ n: 3 }, routed(), resolved());
const post = {
  id: 'thu-truong',
  role: 'head' as const,
  position: 'Chủ tịch',
  addressSince: null,
  takesMail: true,
};
const deps = (needed: object) => ({
  registers: { headApproval: () => Promise.resolve(needed as never) },
  contacts: { posts: () => Promise.resolve([post] as never) },
});
const link = aLink({ contactId: 'chinh' });
const NEEDED = { resolve: 'head-link' };

describe('linking to a petition that is answered already', () => {
  it('is for the head alone where answers need approval', async () => {
    const asked = requireApproved(deps(NEEDED), { petition, link, linkTo: answered });
    await expect(asked).rejects.toMatchObject({
      issues: [{ pointer: '/duplicateOf', code: 'approval-needed' }],
    });
    const head = aLink({ contactId: 'thu-truong' });
    await expect(requireApproved(deps(NEEDED), { petition, link: head, linkTo: answered })).resolves.toBe(
      undefined,
    );
  });

  it('is for everybody where none is needed, or the other one is still open', async () => {
    await expect(requireApproved(deps({}), { petition, link, linkTo: answered })).resolves.toBe(undefined);
    await expect(requireApproved(deps(NEEDED), { petition, link, linkTo: open })).resolves.toBe(undefined);
    await expect(requireApproved(deps(NEEDED), { petition, link, linkTo: null })).resolves.toBe(undefined);
  });
});
