import type { TrackedStatus } from '../api.js';

/** What every form of the resident works with. */
export interface WordProps {
  status: TrackedStatus;
  /** From the address or typed before; empty when it must be asked for. */
  secret: string;
  onHeard: () => void;
}
