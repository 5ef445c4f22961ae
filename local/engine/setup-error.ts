/** Something on this machine keeps the local system from starting; the message is one sentence for the person at the keyboard. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
