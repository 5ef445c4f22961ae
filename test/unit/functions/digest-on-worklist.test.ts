import { expect, test } from 'vitest';
import { newNotice } from '../../../adapters/dynamodb/notice-item.js';
import { toItem } from '../../../functions/list-notices/to-item.js';
import { aNotice } from '../../support/builders/change-builder.js';
import { createStage } from './support/stage.js';

test('the desk sees that a reminder which reached nobody was the digest of all', async () => {
  const stage = createStage();
  const petition = await stage.assigned();
  const notice = newNotice({
    ...aNotice({ petitionId: petition.id }),
    kind: 'reminder',
    to: { kind: 'agency', agencyId: petition.task?.holder.id ?? '', role: 'main' },
  });
  const kindOf = async (more: object) =>
    (await toItem(stage.fakes.vault, petition, { ...notice, ...more })).kind;
  expect(await kindOf({})).toBe('reminder');
  expect(await kindOf({ digestDay: '2023-03-13' })).toBe('digest');
});
