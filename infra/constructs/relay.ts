import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type Function,
  type IEventSourceDlq,
} from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PREFIX } from '../../adapters/dynamodb/layout.js';

const startsWith = (attribute: 'pk' | 'sk', prefix: string): object => ({
  Keys: { [attribute]: { S: FilterRule.beginsWith(prefix) } },
});

/** New events and notices, and anything that happens to an event afterwards: that is tampering. */
const FILTERS = [
  { eventName: FilterRule.isEqual('INSERT'), dynamodb: startsWith('pk', PREFIX.history) },
  { eventName: FilterRule.isEqual('INSERT'), dynamodb: startsWith('sk', PREFIX.notice) },
  { eventName: FilterRule.or('MODIFY', 'REMOVE'), dynamodb: startsWith('pk', PREFIX.history) },
].map((filter) => FilterCriteria.filter(filter));

/** The only reader of the petitions' stream. What it gives up is found by the reconciler; the queue says that it was. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, parts: { relay: Function; petitions: TableV2; dead: IQueue }) {
    super(scope, id);
    const { relay, petitions, dead } = parts;
    if (petitions.tableStreamArn === undefined) throw new TypeError('the table of petitions has a stream');
    const onFailure: IEventSourceDlq = { bind: () => ({ destination: dead.queueArn }) };
    new EventSourceMapping(this, 'Mapping', {
      target: relay,
      eventSourceArn: petitions.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      filters: FILTERS,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(1),
      onFailure,
    });
  }
}
