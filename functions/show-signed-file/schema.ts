import * as z from 'zod';
import { receiptSecretText } from '../middleware/text-fields.js';

export const SignedFileBodySchema = z.strictObject({ secret: receiptSecretText() }).meta({ id: 'Receipt' });
