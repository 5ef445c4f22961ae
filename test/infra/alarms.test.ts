import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRIC, METRICS_NAMESPACE } from '../../functions/middleware/metric-names.js';
import { functionFolders } from '../../infra/bundle.js';
import { resourcesOf } from './rights.js';
import { synthesise } from './templates.js';

interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  Namespace: string;
  MetricName: string;
  TreatMissingData: string;
  Dimensions?: { Name: string; Value: unknown }[];
}

const { application } = synthesise('prod');
const alarms = Object.values(resourcesOf(application, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties as unknown as AlarmProperties,
);
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const entries = runbook.split(/^## /m).slice(1);
const headings = entries.map((entry) => entry.split('\n')[0] ?? '');
const nameOf = ({ AlarmName }: AlarmProperties): string => AlarmName.replace('kien-nghi-prod-', '');

/** Named by the reasons that the templates give, not by an alarm. */
const TOLD_BY_PEOPLE = ['secret-leaks'];

describe('alarms', () => {
  it('every alarm has an entry in the runbook, every entry an alarm or somebody who finds out', () => {
    expect(headings.toSorted()).toEqual([...alarms.map(nameOf), ...TOLD_BY_PEOPLE].toSorted());
  });

  it.each(entries.map((entry) => [entry.split('\n')[0] ?? '', entry] as const))(
    'the entry %s says what it means, where to look, what to do and when it is over',
    (_heading, entry) => {
      for (const part of ['**What it means.**', '**Look at.**', '**Do.**', '**Over when.**'])
        expect(entry).toContain(part);
    },
  );

  it.each(alarms.map((alarm) => [nameOf(alarm), alarm] as const))(
    '%s names its entry and tells the operator when it begins and ends',
    (name, alarm) => {
      expect(alarm.AlarmDescription).toMatch(new RegExp(` docs/runbook\\.md#${name}$`));
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
    },
  );

  it('own metrics are looked for under the names and dimensions that functions write', () => {
    const own = alarms.filter(({ Namespace }) => Namespace === METRICS_NAMESPACE);
    expect(own.length).toBeGreaterThan(4);
    for (const { MetricName, Dimensions = [] } of own) {
      expect(Object.values(METRIC)).toContain(MetricName);
      const { stage, service } = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
      expect(stage).toBe('prod');
      expect(functionFolders()).toContain(service);
      expect(Dimensions).toHaveLength(2);
    }
  });

  it('a metric is watched at the function that counts it', () => {
    const own = alarms.filter(({ Namespace }) => Namespace === METRICS_NAMESPACE);
    for (const { MetricName, Dimensions = [] } of own) {
      const folder = String(Dimensions.find(({ Name }) => Name === 'service')?.Value);
      const key = Object.entries(METRIC).find(([, name]) => name === MetricName)?.[0] ?? '';
      const handler = readFileSync(new URL(`../../functions/${folder}/handler.ts`, import.meta.url), 'utf8');
      expect(handler, `${folder} counts ${MetricName}`).toContain(`METRIC.${key}`);
    }
  });

  it('silence alarms only where there should never be any', () => {
    const loud = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching').map(nameOf);
    expect(loud).toEqual(['reconciler-silent']);
  });

  it('go to the operator by a topic that takes TLS only', () => {
    application.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'truc@phuong.example',
    });
    expect(JSON.stringify(resourcesOf(application, 'AWS::SNS::TopicPolicy'))).toContain(
      'aws:SecureTransport',
    );
  });
});
