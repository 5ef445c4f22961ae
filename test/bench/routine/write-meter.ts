import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { RecordedCall } from '../engine/recorder.js';
import type { BenchSystem } from '../system.js';
import type { WireItem } from './item-size.js';
import { indexUnits, tableUnits, unitsOf } from './write-units.js';

/** One item written, or checked within a transaction. */
export interface MeteredWrite {
  caller: string;
  /** `META`, `THREAD`, `NOTICE`, `E` … */
  kind: string;
  operation: string;
  table: number;
  indexes: number;
  /** A condition was not met: nothing was written, but the units are charged. */
  isRefused: boolean;
}

interface Target {
  operation: string;
  table: string;
  key: WireItem;
  isTransactional: boolean;
}

interface Operation {
  TableName: string;
  Key?: WireItem;
  Item?: WireItem;
}

const SINGLE = ['PutItem', 'UpdateItem', 'DeleteItem'];
const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];

const keyOf = ({ Key, Item }: Operation): WireItem => {
  const { pk, sk } = Key ?? Item ?? {};
  if (pk === undefined || sk === undefined) throw new TypeError('a write without a key');
  return { pk, sk };
};

const targetsOf = ({ operation, input }: Pick<RecordedCall, 'operation' | 'input'>): Target[] => {
  if (READS.includes(operation)) return [];
  const single = input as Operation;
  if (SINGLE.includes(operation))
    return [{ operation, table: single.TableName, key: keyOf(single), isTransactional: false }];
  if (operation !== 'TransactWriteItems') throw new TypeError(`The meter does not know ${operation}.`);
  return (input as { TransactItems: Record<string, Operation>[] }).TransactItems.flatMap((item) =>
    Object.entries(item).map(([name, part]) => ({
      operation: name,
      table: part.TableName,
      key: keyOf(part),
      isTransactional: true,
    })),
  );
};

const kindOf = ({ pk, sk }: WireItem): string =>
  (sk?.S === 'KEY' || sk?.S === 'META' ? sk.S : sk?.S?.split('#')[0]) ?? pk?.S ?? '';

/**
 * Counts the write units of whatever functions write: reads each touched item before and after the call, and counts by
 * the sizes found. Nothing is estimated from code, and writes that a condition refused are counted as well.
 */
export class WriteMeter {
  readonly writes: MeteredWrite[] = [];
  private readonly touched = new Map<string, { table: string; key: WireItem }>();
  private readonly client: DynamoDBClient;

  constructor(
    aws: BenchSystem['aws'],
    private readonly petitionsTable: string,
  ) {
    this.client = new DynamoDBClient(aws);
  }

  /** To be given to a recorder. */
  readonly around = async (call: Omit<RecordedCall, 'status'>) => {
    const targets = targetsOf(call);
    const before = await this.readAll(targets);
    return async (status: number): Promise<void> => {
      const after = await this.readAll(targets);
      for (const [at, target] of targets.entries()) {
        const change = { before: before[at] ?? null, after: after[at] ?? null };
        this.touched.set(JSON.stringify(target.key), target);
        this.writes.push({
          caller: call.caller,
          kind: kindOf(target.key),
          operation: target.operation,
          table: tableUnits(change, target.isTransactional),
          indexes: target.table === this.petitionsTable ? indexUnits(change) : 0,
          isRefused: status >= 400,
        });
      }
    };
  };

  /** Units if every item that was touched had been written once, as it stands now, alone and into no index. */
  async leastUnits(): Promise<number> {
    const items = await this.readAll([...this.touched.values()]);
    return items.reduce((sum, item) => sum + (item === null ? 0 : unitsOf(item)), 0);
  }

  private readAll(targets: readonly { table: string; key: WireItem }[]): Promise<(WireItem | null)[]> {
    return Promise.all(
      targets.map(async ({ table, key }) => {
        const found = await this.client.send(
          new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
        );
        return found.Item ?? null;
      }),
    );
  }
}
