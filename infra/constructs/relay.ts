import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  StartingPosition,
  type Function,
  type IEventSourceDlq,
} from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PREFIX } from '../../adapters/dynamodb/layout.js';

const keys = (attribute: 'pk' | 'sk', prefix: string) => ({ Keys: { [attribute]: { S: [{ prefix }] } } });

/** New events and notices, and anything that happens to an event afterwards: that is tampering. */
const FILTERS = [
  { eventName: ['INSERT'], dynamodb: keys('pk', PREFIX.history) },
  { eventName: ['INSERT'], dynamodb: keys('sk', PREFIX.notice) },
  { eventName: ['MODIFY', 'REMOVE'], dynamodb: keys('pk', PREFIX.history) },
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
