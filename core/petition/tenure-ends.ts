/** Why a holder may no longer act: it has ceased to exist, or what it was competent for has gone to another agency. */
export const TENURE_ENDS = ['holder-abolished', 'function-moved'] as const;
