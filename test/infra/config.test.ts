import { describe, expect, it } from 'vitest';
import { policyOf, STAGES, StageConfigSchema } from '../../infra/config.js';
import { parseStage, readStage } from '../../infra/read-stage.js';
import { CONFIGS } from './templates.js';

describe('configuration of stages', () => {
  it.each(STAGES)('takes a complete configuration of %s', (stage) => {
    expect(StageConfigSchema.parse(CONFIGS[stage])).toEqual(CONFIGS[stage]);
  });

  it.each(STAGES)('%s has no default Region', (stage) => {
    expect(() => parseStage({ ...CONFIGS[stage], region: undefined }, 'test')).toThrow(
      /region: name the AWS Region/,
    );
  });

  it('prod is refused until the document on where the data may live is named', () => {
    expect(() => parseStage({ ...CONFIGS.prod, residencyDecision: undefined }, 'test')).toThrow(
      /residencyDecision: name the document/,
    );
    expect(() => parseStage({ ...CONFIGS.prod, residencyDecision: 'yes' }, 'test')).toThrow(
      /residencyDecision/,
    );
  });

  it.each([undefined, 0, 1.5, '1'])('a link key of version %s is refused', (linkKeyVersion) => {
    expect(() => parseStage({ ...CONFIGS.prod, linkKeyVersion }, 'test')).toThrow(/linkKeyVersion/);
  });

  it('only the local stage can be told another legal time', () => {
    for (const stage of ['dev', 'prod'] as const)
      expect(() => parseStage({ ...CONFIGS[stage], legalClockFile: '/tmp/clock.json' }, 'test')).toThrow();
  });

  it('the local stage lives on loopback, the others on https without a path', () => {
    expect(() => parseStage({ ...CONFIGS.local, publicOrigin: 'http://192.168.1.5:8787' }, 'test')).toThrow();
    expect(() => parseStage({ ...CONFIGS.prod, publicOrigin: 'http://kien-nghi.example' }, 'test')).toThrow();
    expect(() =>
      parseStage({ ...CONFIGS.prod, publicOrigin: 'https://kien-nghi.example/x' }, 'test'),
    ).toThrow();
  });

  it('a gateway for messages is optional, on https, and names one way', () => {
    const gateway = { url: 'https://tin-nhan.example/v1', channel: 'sms' };
    const of = (more: object) => parseStage({ ...CONFIGS.prod, ...more }, 'test').gateway;
    expect(of({ gateway })).toEqual({ ...gateway, accents: false });
    expect(of({ gateway: undefined })).toBeUndefined();
    for (const wrong of [
      { ...gateway, url: 'http://tin-nhan.example/v1' },
      { ...gateway, url: 'https://user:pass@tin-nhan.example/v1' },
      { ...gateway, channel: 'viber' },
      { ...gateway, secret: 'x' },
    ])
      expect(() => of({ gateway: wrong })).toThrow(/gateway/);
  });

  it('with a gateway the origin is short enough for a message', () => {
    const publicOrigin = `https://${'a'.repeat(50)}.example`;
    expect(() => parseStage({ ...CONFIGS.prod, publicOrigin }, 'test')).toThrow(
      /publicOrigin: has at most 60/,
    );
    expect(parseStage({ ...CONFIGS.dev, publicOrigin }, 'test').publicOrigin).toBe(publicOrigin);
  });

  it('the files of local and dev are complete, that of prod asks for every decision at once', () => {
    expect(readStage('local').stage).toBe('local');
    expect(readStage('dev').stage).toBe('dev');
    expect(() => readStage('prod')).toThrow(/region[\s\S]*publicOrigin[\s\S]*residencyDecision/);
  });

  it('an unknown stage is refused with the list of stages', () => {
    expect(() => readStage('staging')).toThrow('local|dev|prod');
    expect(() => readStage(undefined)).toThrow('local|dev|prod');
  });

  it('prod keeps its data, asks for a second factor and locks releases for good', () => {
    expect(policyOf('prod')).toMatchObject({
      keepsData: true,
      secondFactor: 'required',
      releaseLock: 'compliance',
    });
    expect(policyOf('dev').releaseLock).toBe('governance');
  });
});
