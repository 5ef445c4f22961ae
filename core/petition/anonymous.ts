/** Submitter who gives no name and no contact, where the city takes such petitions. */
export const ANONYMOUS = 'anonymous';

/** Nobody to write to: the petition is followed by its code alone. */
export const isAnonymous = (submitterKind: string): boolean => submitterKind === ANONYMOUS;
