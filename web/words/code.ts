import { formatCode } from '../../core/codes/petition-code.js';

/** A code as people see it, `XXXX-XXXX-XXXX-C`, from either form. */
export const codeWords = (code: string): string => formatCode(code.replaceAll('-', ''));
