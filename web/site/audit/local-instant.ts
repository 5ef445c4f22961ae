/** What is typed as date and time of day in Việt Nam, as an instant with its offset; empty when it is none. */
export const instantOf = (typed: string): string => {
  const ms = Date.parse(`${typed}:00.000+07:00`);
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString();
};
