/**
 * Who speaks for many: Law 42/2013/QH13 on citizen reception, art. 29 and 30, says it of people who come together about one
 * matter, petitions included. That a submission on paper or on line follows the same numbers is assumed: the law on
 * complaints names them for complaints only. A city must confirm it, and that none of it was amended since.
 */
export const GROUP_RULES = {
  basis: 'Law 42/2013/QH13 art. 29 and 30',
  status: 'assumed',
  /** From so many people on it is a matter of a group. */
  fewestPeople: 5,
  /** Up to so many people have `representativesOfFew`, more people `representativesOfMany`. */
  fewPeople: 10,
  representativesOfFew: 2,
  representativesOfMany: 5,
} as const;

/** More than any submission names; bounds the field. */
export const MOST_PEOPLE = 100_000;

/** The kind of submitter that the public form takes as a group: many people, no organisation of their own. */
export const PEOPLE_GROUP = 'people-group';

/** How many may speak for so many people; 0 when they are too few for a group. */
export const mostRepresentatives = (people: number): number => {
  if (people < GROUP_RULES.fewestPeople) return 0;
  return people <= GROUP_RULES.fewPeople
    ? GROUP_RULES.representativesOfFew
    : GROUP_RULES.representativesOfMany;
};
