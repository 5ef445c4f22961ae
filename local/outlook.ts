import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Outlook } from './jump.js';

interface Waiting {
  sk: string;
  wakeAt?: string;
  wakeSeq?: number;
  handledSeq?: number;
  token?: string | null;
  ignoredWakes?: number;
  status?: string;
  /** Of the item that says how far a new release has been applied. */
  beginsAt?: string;
  left?: Record<string, unknown>;
}

/** A release that is not applied everywhere is waited for, like a thread: first until it may begin, then until it is done. */
const walkToWait = ({ beginsAt, left = {} }: Waiting): { wakeAt?: string } =>
  Object.keys(left).length === 0 || beginsAt === undefined ? {} : { wakeAt: beginsAt };

const isThreadBusy = (thread: Waiting): boolean =>
  (thread.wakeSeq ?? 0) > (thread.handledSeq ?? 0) || thread.token == null || (thread.ignoredWakes ?? 0) > 0;

/** A notice that is being sent is in somebody's hands, whatever its lease says. */
const isWaitedFor = (item: Waiting, now: string): boolean =>
  item.status === 'SENDING' || (item.wakeAt !== undefined && item.wakeAt <= now);

/**
 * Looks at everything that waits. A scan: allowed here because the table on one machine is small and nothing of this is
 * deployed.
 */
export const readOutlook = async (
  documents: DynamoDBDocumentClient,
  table: string,
  now: string,
): Promise<Outlook> => {
  const outlook: Outlook = { isBusy: false, nextAt: undefined };
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        FilterExpression:
          'attribute_exists(beginsAt) OR (attribute_exists(wakeAt) AND NOT begins_with(wakeShard, :worklist) AND NOT begins_with(wakeShard, :unconfirmed))',
        ExpressionAttributeValues: { ':worklist': 'WORKLIST#', ':unconfirmed': 'UNCONFIRMED#' },
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const found of (page.Items ?? []) as Waiting[]) {
      const item = { ...found, ...walkToWait(found) };
      const isBusy = item.sk.startsWith('THREAD#') ? isThreadBusy(item) : isWaitedFor(item, now);
      if (isBusy) outlook.isBusy = true;
      else if (item.wakeAt !== undefined && (outlook.nextAt === undefined || item.wakeAt < outlook.nextAt))
        outlook.nextAt = item.wakeAt;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return outlook;
};
