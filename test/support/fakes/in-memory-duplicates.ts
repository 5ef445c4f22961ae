import { keys } from '../../../adapters/dynamodb/keys.js';
import { parseSummaryItem } from '../../../adapters/dynamodb/petition-summary.js';
import { parseSketch } from '../../../adapters/dynamodb/text-sketches.js';
import type { Neighbour } from '../../../core/duplicates/candidates.js';
import type { TextSketch } from '../../../core/duplicates/sketch.js';
import type { DuplicateLinks, TextSketches } from '../../../core/ports/duplicates.js';
import type { Instant } from '../../../core/time.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryDuplicateLinks implements DuplicateLinks {
  constructor(private readonly database: InMemoryDatabase) {}

  linkedTo(mainId: string, limit: number): Promise<string[]> {
    const linked = this.database
      .query('Petitions', keys.petition(mainId).pk)
      .filter(({ sk, ...item }) => sk.startsWith('DUPLICATE#') && item['isLinked'] === true)
      .map((item) => String(item['petitionId']));
    return Promise.resolve(linked.slice(0, limit));
  }
}

export class InMemoryTextSketches implements TextSketches {
  constructor(private readonly database: InMemoryDatabase) {}

  sketch(petitionId: string): Promise<TextSketch | null> {
    const item = this.database.get('Residents', keys.sketch(petitionId));
    return Promise.resolve(item === undefined ? null : parseSketch(item));
  }

  async neighbours(
    { unitId, since }: { unitId: string; since: Instant },
    limit: number,
  ): Promise<Neighbour[]> {
    const newest = this.database
      .index('byUnit', unitId)
      .filter((item) => String(item['receivedKey']) >= since)
      .toReversed()
      .slice(0, limit)
      .map(parseSummaryItem);
    const found = await Promise.all(
      newest.map(async (petition) => ({ petition, sketch: await this.sketch(petition.id) })),
    );
    return found.flatMap(({ petition, sketch }) => (sketch === null ? [] : [{ petition, sketch }]));
  }
}
