import { describe, expect, it } from 'vitest';
import { parseNoticeMessage } from '../../../adapters/sqs/notice-queue.js';
import { executionName } from '../../../adapters/stepfunctions/executions.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';

describe('messages of the notice queue', () => {
  it.each(['', '{}', '{"petitionId":"p"}', '{"petitionId":"p","id":"1","text":"x"}'])('refuse %s', (body) => {
    expect(() => parseNoticeMessage(body)).toThrow();
  });

  it('are a reference', () => {
    expect(parseNoticeMessage('{"petitionId":"p","id":"000001-0"}')).toEqual({
      petitionId: 'p',
      id: '000001-0',
    });
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
