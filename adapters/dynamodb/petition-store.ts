import { HeadConflictError, StaleRunError, TransientError } from '../../core/errors.js';
import type {
  Intake,
  IntakeOutcome,
  PetitionChange,
  PetitionStore,
} from '../../core/ports/petition-store.js';
import { DynamoPetitionReader } from './petition-reader.js';
import { firstWrites, laterWrites } from './petition-writes.js';
import type { PetitionTables } from './tables.js';
import { transact } from './transaction.js';

/** Petitions, histories and intake keys in DynamoDB. Every write is one transaction with the event. */
export class DynamoPetitionStore extends DynamoPetitionReader implements PetitionStore {
  readonly #tables: PetitionTables;

  constructor(tables: PetitionTables) {
    super(tables);
    this.#tables = tables;
  }

  async create(change: PetitionChange, intake: Intake): Promise<IntakeOutcome> {
    const outcome = await transact(this.#tables.client, firstWrites(this.#tables, change, intake));
    if (outcome.kind === 'written') return { kind: 'created' };
    // Busy may also mean that the same key is being written at this moment, so its item is looked at either way.
    const first = await this.intake(intake.key.key);
    if (first !== null) {
      const isSame = first.fingerprint === intake.key.fingerprint;
      return isSame ? { kind: 'repeated', petitionId: first.petitionId } : { kind: 'mismatch' };
    }
    if (outcome.kind === 'busy') throw new TransientError('The table is busy.');
    throw new HeadConflictError();
  }

  async commit(change: PetitionChange): Promise<void> {
    const outcome = await transact(this.#tables.client, laterWrites(this.#tables, change));
    if (outcome.kind === 'written') return;
    // A superseded run ends, whatever else has moved.
    if (outcome.kind === 'refused' && outcome.failed.has('thread')) throw new StaleRunError();
    throw new HeadConflictError();
  }
}
