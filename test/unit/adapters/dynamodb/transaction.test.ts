import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Step, transact } from '../../../../adapters/dynamodb/transaction.js';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));
const mock = mockClient(client);
const put = (name: string): Step<string> => ({ name, item: { Put: { TableName: 't', Item: { pk: name } } } });
const steps = [put('head'), put('thread'), put('notice')];

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('transact', () => {
  beforeEach(() => mock.reset());

  it('writes all items in one command', async () => {
    mock.on(TransactWriteCommand).resolves({});
    expect(await transact(client, steps)).toEqual({ kind: 'written' });
    expect(mock.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems).toHaveLength(3);
  });

  it('names the items whose condition failed', async () => {
    mock
      .on(TransactWriteCommand)
      .rejects(cancelled('ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'));
    const outcome = await transact(client, steps);
    expect(outcome).toEqual({ kind: 'refused', failed: new Set(['head', 'notice']) });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('tries again after a conflict with another transaction', async () => {
    mock
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None', 'None'))
      .resolves({});
    expect(await transact(client, steps)).toEqual({ kind: 'written' });
  });

  it('prefers a failed condition to a conflict in the same answer', async () => {
    mock.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'ConditionalCheckFailed', 'None'));
    expect(await transact(client, steps)).toEqual({ kind: 'refused', failed: new Set(['thread']) });
  });

  it('gives up as busy after four attempts', async () => {
    mock.on(TransactWriteCommand).rejects(cancelled('ThrottlingError', 'None', 'None'));
    expect(await transact(client, steps)).toEqual({ kind: 'busy' });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(4);
  });

  it.each(['ValidationError', 'ItemCollectionSizeLimitExceeded'])(
    'throws what no retry cures: %s',
    async (code) => {
      mock.on(TransactWriteCommand).rejects(cancelled('None', code, 'None'));
      await expect(transact(client, steps)).rejects.toThrow(TransactionCanceledException);
    },
  );

  it('throws what is no cancellation', async () => {
    mock.on(TransactWriteCommand).rejects(new Error('no access'));
    await expect(transact(client, steps)).rejects.toThrow('no access');
  });
});
