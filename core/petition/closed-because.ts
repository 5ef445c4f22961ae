/** What closes a petition. */
export const CLOSED_BECAUSE = [
  'silence-after-delivery',
  'satisfied',
  'nobody-above',
  'matters-ended',
] as const;
