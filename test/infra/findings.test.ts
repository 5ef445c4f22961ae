import { describe, expect, it } from 'vitest';
import { STAGES } from '../../infra/config.js';
import { synthesise } from './templates.js';

describe('cdk-nag', () => {
  it.each(STAGES)('finds nothing in %s that is not explained', (stage) => {
    expect(() => synthesise(stage, { checks: true })).not.toThrow();
  });
});
