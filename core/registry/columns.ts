/** Turns the rows of a column file into objects; the schema of the file has checked names and lengths before. */
export const toObjects = <T>(columns: readonly string[], rows: readonly (readonly unknown[])[]): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as T);
