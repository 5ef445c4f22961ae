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
}

const isThreadBusy = (thread: Waiting): boolean =>
  (thread.wakeSeq ?? 0) > (thread.handledSeq ?? 0) || thread.token == null || (thread.ignoredWakes ?? 0) > 0;

/** A notice that is being sent is in somebody's hands, whatever its lease says. */
const isNoticeBusy = (notice: Waiting, now: string): boolean =>
  notice.status === 'SENDING' || (notice.wakeAt ?? '') <= now;

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
        FilterExpression: 'attribute_exists(wakeAt) AND NOT begins_with(wakeShard, :worklist)',
        ExpressionAttributeValues: { ':worklist': 'WORKLIST#' },
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const item of (page.Items ?? []) as Waiting[]) {
      const isBusy = item.sk.startsWith('THREAD#') ? isThreadBusy(item) : isNoticeBusy(item, now);
      if (isBusy) outlook.isBusy = true;
      else if (item.wakeAt !== undefined && (outlook.nextAt === undefined || item.wakeAt < outlook.nextAt))
        outlook.nextAt = item.wakeAt;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return outlook;
};
