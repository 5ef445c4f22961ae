import { NotFoundError } from '../errors.js';
import { fileKey, type FileStore } from '../ports/files.js';
import { petitionByReceipt, type Receipt, type ReceiptDeps } from './petition-by-receipt.js';

export interface ViewSignedFileDeps extends ReceiptDeps {
  files: Pick<FileStore, 'get'>;
}

/**
 * The signed document of the answer that stands, a PDF. It names persons, so that the code alone does not open it.
 * @throws NotFoundError: an unknown code, a wrong secret and an answer without a document are not told apart.
 */
export const viewSignedFile = async (
  deps: ViewSignedFileDeps,
  receipt: Receipt,
): Promise<{ petitionId: string; bytes: Uint8Array }> => {
  const { id, outcome } = await petitionByReceipt(deps, receipt);
  const file = outcome?.signedFile ?? null;
  if (file === null) throw new NotFoundError();
  return { petitionId: id, bytes: await deps.files.get(fileKey(id, file.sha256)) };
};
