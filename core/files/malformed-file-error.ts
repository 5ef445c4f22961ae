import { ValidationError } from '../errors.js';

/** The bytes are not a whole file of the type that they begin as. The pointer is the caller's to give. */
export class MalformedFileError extends ValidationError {
  override name = 'MalformedFileError';

  constructor(pointer = '') {
    super([{ pointer, code: 'file-malformed' }]);
  }
}
