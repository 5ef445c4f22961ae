import canonicalize from 'canonicalize';
import { formatCode } from '../../core/codes/petition-code.js';
import { acceptFiles } from '../../core/files/accept-files.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import type { DeskEntry } from '../../core/use-cases/desk-entry.js';
import {
  submitDenunciation,
  type DenunciationInput,
  type SubmitDenunciationDeps,
} from '../../core/use-cases/submit-denunciation.js';
import { OwnTrackError } from '../middleware/http-errors.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import type { DenunciationBody, DenunciationReceipt } from './schema.js';

export type TakeInDenunciationDeps = SubmitDenunciationDeps & {
  keyed: Keyed;
  observability: Observability;
};

/** What every way of handing in has; consent is asked of whoever writes here, and signed on paper. */
type Said = Omit<DenunciationBody, 'consent'>;

const accusedOf = ({ accused }: Said): DenunciationInput['accused'] =>
  accused.agency === undefined
    ? { name: accused.name ?? '' }
    : { agencyId: accused.agency, superiorToo: accused.superiorToo };

const toInput = (body: Said, entry: DeskEntry | null): DenunciationInput => {
  const { name, address, phone, email } = body.denouncer;
  return {
    unit: body.unit,
    accused: accusedOf(body),
    sealed: {
      description: body.description,
      denouncer: { name, address, phone: phone ?? null, email: email ?? null },
      accusedName: body.accused.name === undefined ? body.person : `${body.person}, ${body.accused.name}`,
      evidence: body.evidence ?? null,
      files: acceptFiles(
        body.files.map((file) => Buffer.from(file, 'base64')),
        { pointer: '/files', allowed: ['image/jpeg', 'image/png', 'application/pdf'] },
      ),
    },
    entry,
  };
};

/** What is the same in a repetition: everything said, not in which groups the officer happens to be. */
const contentOf = ({ body, entry }: { body: Said; entry: DeskEntry | null }): object => {
  if (entry === null) return body;
  const { officer: _, ...desk } = entry;
  return { body, desk };
};

/** Only keyed digests of key and body are kept: neither can be guessed from the table. */
const keyOf = async (
  { keyed, ids }: TakeInDenunciationDeps,
  given: string | null,
  said: { body: Said; entry: DeskEntry | null },
): Promise<IntakeKey> => {
  const wanted = given ?? Buffer.from(ids.randomBytes(16)).toString('hex');
  // No key has a space in it, so an officer's keys are never another's.
  const owner = said.entry === null ? '' : `${said.entry.officer.userId} `;
  const [key, fingerprint] = await Promise.all([
    keyed.mac('denunciation-key', owner + wanted),
    keyed.mac('denunciation-fingerprint', canonicalize(contentOf(said)) ?? ''),
  ]);
  return { key, fingerprint };
};

/**
 * Takes a denunciation into the lane and gives its receipt.
 * @throws OwnTrackError where the province takes none: nothing was kept; otherwise as submitDenunciation.
 */
export const takeInDenunciation = async (
  deps: TakeInDenunciationDeps,
  said: { body: Said; entry: DeskEntry | null },
  givenKey: string | null,
): Promise<DenunciationReceipt> => {
  const input = toInput(said.body, said.entry);
  const key = await keyOf(deps, givenKey, said);
  const outcome = await submitDenunciation(deps, input, key);
  if (outcome.kind === 'guided') {
    count(deps.observability, METRIC.submissionGuided);
    throw new OwnTrackError('to-cao');
  }
  const { file } = outcome;
  count(deps.observability, METRIC.denunciationReceived);
  deps.observability.logger.info('Denunciation received', { fileId: file.id });
  return {
    code: formatCode(file.code),
    receivedAt: file.receivedAt,
    body: file.body,
    checkBy: file.checkBy.at,
  };
};
