import { expect, test } from 'vitest';
import { renderStateTable } from '../support/state-table.js';

test('the page on states says what the table of transitions says', async () => {
  await expect(renderStateTable()).toMatchFileSnapshot('../../docs/states.md');
});
