import type { Person } from '../../core/ports/vault.js';
import type { Submission } from '../../core/use-cases/submission.js';
import type { EnterBody } from './schema.js';

type Entered = Pick<
  EnterBody,
  | 'addressee'
  | 'externalRef'
  | 'followUpOn'
  | 'onBehalfOf'
  | 'people'
  | 'receivedAt'
  | 'receivedAtReason'
  | 'receivedBy'
  | 'representatives'
>;

const toPerson = ({ name, phone }: NonNullable<Entered['onBehalfOf']>): Person => ({
  name,
  phone: phone ?? null,
});

/** A submission with what the desk gave besides: names go to the vault's file, the rest to the event. */
export const toEntry = (submission: Submission, body: Entered, userId: string): Submission => ({
  ...submission,
  receivedBy: body.receivedBy ?? null,
  addressee: body.addressee ?? null,
  enteredBy: userId,
  entered: {
    ...(body.receivedAt !== undefined && { receivedAt: body.receivedAt }),
    ...(body.people !== undefined && { people: body.people }),
    ...(body.externalRef !== undefined && { externalRef: body.externalRef }),
    ...(body.followUpOn !== undefined && { followUpOn: body.followUpOn }),
  },
  file: {
    ...submission.file,
    ...(body.onBehalfOf !== undefined && { onBehalfOf: toPerson(body.onBehalfOf) }),
    ...(body.representatives !== undefined && { representatives: body.representatives.map(toPerson) }),
    ...(body.receivedAtReason !== undefined && { receivedAtReason: body.receivedAtReason }),
  },
});
