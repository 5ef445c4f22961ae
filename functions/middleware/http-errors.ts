import { DomainError } from '../../core/errors.js';

/** No valid token. */
export class UnauthorizedError extends DomainError {
  override name = 'UnauthorizedError';

  constructor() {
    super('unauthorized', 'Sign in first.');
  }
}

/** The body is larger than the route takes. */
export class PayloadTooLargeError extends DomainError {
  override name = 'PayloadTooLargeError';

  constructor() {
    super('too-large', 'The request is too large.');
  }
}

/** The body is of a type that the route does not take. */
export class UnsupportedMediaTypeError extends DomainError {
  override name = 'UnsupportedMediaTypeError';

  constructor() {
    super('unsupported-media-type', 'The request has a type that is not taken here.');
  }
}

/** Handed in for something that has a track of its own; nothing was stored. */
export class OwnTrackError extends DomainError {
  override name = 'OwnTrackError';

  constructor(readonly track: 'khieu-nai' | 'to-cao' | 'emergency') {
    super(track, 'This has a track of its own.');
  }
}

/** A form came from a page that is not ours. */
export class ForeignOriginError extends DomainError {
  override name = 'ForeignOriginError';

  constructor() {
    super('foreign-origin', 'The form was sent from another site.');
  }
}
