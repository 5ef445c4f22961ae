import { formatCode } from '../../core/codes/petition-code.js';
import type { Petition } from '../../core/petition/petition.js';
import { isAllowed } from '../../core/petition/transitions.js';
import type { Registers } from '../../core/ports/registers.js';
import { contactKindOf } from '../../core/residents/contact-index.js';
import { localDayOf } from '../../core/time.js';
import { searchPetitions, type SearchDeps } from '../../core/use-cases/search-petitions.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { SearchBodySchema, type SearchAnswer } from './schema.js';

export type FindPetitionsDeps = SearchDeps & {
  registers: Pick<Registers, 'category'>;
  observability: Observability;
};

const MAX_BODY_BYTES = 2_000;

const toItem = async (
  { registers }: FindPetitionsDeps,
  petition: Petition,
): Promise<SearchAnswer['items'][number]> => ({
  petitionId: petition.id,
  code: formatCode(petition.code),
  categoryLabel: (await registers.category(petition.category))?.label ?? petition.category,
  receivedOn: localDayOf(petition.receivedAt),
  status: petition.status,
  canRecover: isAllowed('recover-code', petition.status, 'operator'),
});

/** Petitions of a person who has lost the code: category and day, no text of theirs. */
export const createHandler = (deps: FindPetitionsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'POST /api/operator/searches');
    const { contact, name } = parseInput(SearchBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const { petitions, more } = await searchPetitions(deps, { contact, name, userId: user.id });
    const items = await Promise.all(petitions.map((petition) => toItem(deps, petition)));
    // Beside the record in the table: whose petitions were seen.
    const petitionIds = petitions.map(({ id }) => id);
    const by = contactKindOf(contact);
    deps.observability.logger.info('Petitions searched', { userId: user.id, by, petitionIds });
    const answer: SearchAnswer = { items, more };
    return json(200, answer);
  });
