import { describe, expect, it } from 'vitest';
import { noticeMessage, parseNoticeMessage } from '../../../adapters/sqs/notice-message.js';
import { executionName } from '../../../adapters/stepfunctions/executions.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';

describe('messages of the notice queue', () => {
  const ref = { petitionId: petitionIdNo(1), id: '000001-0' };

  it.each([
    ['nothing', ''],
    ['no reference', '{}'],
    ['half a reference', JSON.stringify({ petitionId: ref.petitionId })],
    ['a petition of another name', JSON.stringify({ ...ref, petitionId: 'p' })],
    ['a notice of another name', JSON.stringify({ ...ref, id: '1' })],
    ['more than a reference', JSON.stringify({ ...ref, text: 'x' })],
  ])('refuse %s', (_what, body) => {
    expect(() => parseNoticeMessage(body)).toThrow();
  });

  it('are a reference and nothing else that its holder may carry', () => {
    const due = { ...ref, wakeAt: '2025-03-03T01:30:00.000Z' };
    expect(parseNoticeMessage(noticeMessage(due))).toEqual(ref);
  });
});

describe('names of executions', () => {
  it('fit into 80 characters up to the last run', () => {
    const name = executionName({ petitionId: petitionIdNo(1), thread: 'support-999', run: 999_999_999 });
    expect(name).toBe(`${petitionIdNo(1)}-support-999-999999999`);
    expect(name.length).toBeLessThanOrEqual(80);
  });

  it('are refused when they do not', () => {
    expect(() => executionName({ petitionId: petitionIdNo(1), thread: 'x'.repeat(50), run: 1 })).toThrow(
      RangeError,
    );
  });
});
