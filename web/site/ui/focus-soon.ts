/** Moves the focus once what was changed just now is on the page, so that the keyboard does not start over. */
export const focusSoon = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
};
