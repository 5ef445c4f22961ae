import * as z from 'zod';
import { parseEvent, type PetitionEvent } from '../../core/events.js';
import { UnreadableItemError } from '../../core/unreadable-item-error.js';
import { type ItemKey, keys } from './keys.js';
import { parseItem } from './parse-item.js';

/** An event in its own partition. The map holds the very fields that were hashed; DynamoDB keeps them as they are. */
export const toEventItem = (event: PetitionEvent): ItemKey & Record<string, unknown> => ({
  ...keys.event(event.petitionId, event.seq),
  event,
});

const EventItemSchema = z.object({ event: z.unknown() });

export const parseEventItem = (item: unknown): PetitionEvent => {
  const { event } = parseItem(EventItemSchema, item, 'event');
  try {
    return parseEvent(event);
  } catch (error) {
    if (error instanceof z.ZodError) throw new UnreadableItemError('event', error.issues);
    throw error;
  }
};
