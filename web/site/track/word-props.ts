import type { TrackedStatus } from '../api.js';

export const NO_SECRET = 'Xin điền mã bí mật trên phiếu tiếp nhận.';
export const WRONG_SECRET = 'Mã bí mật chưa đúng. Xin xem lại phiếu tiếp nhận.';

/** What every form of the resident works with. */
export interface WordProps {
  status: TrackedStatus;
  /** From the address or typed before; empty when it must be asked for. */
  secret: string;
  onHeard: () => void;
}
