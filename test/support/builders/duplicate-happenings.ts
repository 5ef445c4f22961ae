import type { Assignment } from '../../../core/event-parts.js';
import type { EventData, Happening } from '../../../core/events.js';
import { aText, codeNo } from './petition-builder.js';

/** A petition that others follow. */
export const MAIN_ID = '00000000-0000-7000-8000-00000000000a';

/** Whose answer a duplicate got. */
export const FOLLOWS: NonNullable<EventData<'PetitionResolved'>['follows']> = {
  petitionId: MAIN_ID,
  seq: 4,
  agency: { id: 'ubnd-quan-12', name: 'Ủy ban nhân dân Quận 12' },
};

export const linked = (overrides: Partial<EventData<'DuplicateLinked'>> = {}): Happening => ({
  type: 'DuplicateLinked',
  data: {
    taskNo: 1,
    text: aText(),
    mainId: MAIN_ID,
    mainCode: codeNo(9),
    mainCategory: 'VSMT',
    ...overrides,
  },
});

/** By its holder; with an assignment, because the main petition is gone. */
export const unlinked = (assignment: Assignment | null = null): Happening => ({
  type: 'DuplicateUnlinked',
  data: {
    taskNo: 1,
    because: assignment === null ? 'holder' : 'main-withdrawn',
    text: assignment === null ? aText() : null,
    assignment,
  },
});
