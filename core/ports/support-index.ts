/** An open support task: the petition and the thread of the agency that was asked. */
export interface SupportRef {
  petitionId: string;
  thread: string;
}

/** Which agencies are asked to contribute to what. */
export interface SupportIndex {
  /**
   * Open support tasks of an agency, all of them. Index read: what was committed a moment ago may be missing, or be there
   * still, so whoever acts on one looks at its petition first.
   */
  openSupports(agencyId: string): Promise<SupportRef[]>;
}
