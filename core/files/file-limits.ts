/** Files of one form: a petition's photos, or the evidence with a decision. */
export const MAX_FILES = 3;

/** All files of one form together. With base64 and the other fields it stays below the 6 MB that a Lambda takes. */
export const MAX_TOTAL_BYTES = 4 * 1024 * 1024;
