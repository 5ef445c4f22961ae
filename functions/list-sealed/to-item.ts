import { formatCode } from '../../core/codes/petition-code.js';
import { isSealedLate, nextDateOf, type SealedFile } from '../../core/sealed/sealed-file.js';
import type { Instant } from '../../core/time.js';
import type { SealedItem } from './schema.js';

/** A file as its officers see it while it is sealed. */
export const toSealedItem = (file: SealedFile, now: Instant): SealedItem => ({
  id: file.id,
  code: formatCode(file.code),
  category: 'TO-CAO',
  status: file.status,
  receivedAt: file.receivedAt,
  body: file.body,
  accused: file.accused,
  nextDate: nextDateOf(file),
  late: isSealedLate(file, now),
  unsealings: file.unsealings,
});
