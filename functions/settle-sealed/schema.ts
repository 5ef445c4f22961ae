import * as z from 'zod';
import { CLOSURES } from '../../core/sealed/sealed-events.js';
import { documentNo } from '../unseal-file/schema.js';

export const HandOverBodySchema = z
  .strictObject({ documentNo })
  .meta({ id: 'HandOver', description: 'The document by which the denunciation entered its procedure' });

export const ClosureBodySchema = z
  .strictObject({ closure: z.enum(CLOSURES), documentNo })
  .meta({ id: 'SealedClosure' });
