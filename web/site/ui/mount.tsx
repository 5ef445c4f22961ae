import { render, type ComponentChild } from 'preact';

/** Puts a page into its place in the document. */
export const mount = (page: ComponentChild): void => {
  const place = document.getElementById('app');
  if (place === null) throw new Error('the page has no place for the app');
  render(page, place);
};
