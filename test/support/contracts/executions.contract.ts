import { describe, expect, it } from 'vitest';
import type { Executions } from '../../../core/ports/executions.js';
import { petitionIdNo } from '../builders/petition-builder.js';

type Run = Parameters<Executions['start']>[0];

interface ExecutionsUnderTest {
  executions: Executions;
  /** Token of the wait in which a run that was just started stands. */
  tokenOf: (run: Run) => Promise<string>;
}

/** What the machinery expects of executions. Each test uses runs of its own. */
export const executionsContract = (under: () => ExecutionsUnderTest, numbers: { from: number }): void => {
  let n = numbers.from;
  const newRun = (): Run => ({ petitionId: petitionIdNo(++n), thread: 'lead', run: 1 });

  describe('executions', () => {
    it('start once, and can be answered once', async () => {
      const { executions, tokenOf } = under();
      const run = newRun();
      expect(await executions.state(run)).toBe('missing');
      await executions.start(run);
      await executions.start(run);
      const token = await tokenOf(run);
      expect(await executions.state(run)).toBe('running');
      expect(await executions.answer(token)).toBe('answered');
      expect(await executions.answer(token)).toBe('gone');
    });

    it('stop, also when there is nothing to stop, and do not start again', async () => {
      const { executions, tokenOf } = under();
      const run = newRun();
      await executions.stop(run);
      await executions.start(run);
      const token = await tokenOf(run);
      await executions.stop(run);
      await expect.poll(() => executions.state(run), { timeout: 5_000 }).toBe('ended');
      expect(await executions.answer(token)).toBe('gone');
      await executions.start(run);
      expect(await executions.state(run)).toBe('ended');
    });

    it('are one for each run', async () => {
      const { executions, tokenOf } = under();
      const run = newRun();
      await executions.start(run);
      await tokenOf(run);
      expect(await executions.state({ ...run, run: 2 })).toBe('missing');
      await executions.start({ ...run, run: 2 });
      expect(await executions.state({ ...run, run: 2 })).toBe('running');
    });

    it('say of an unknown token that it is gone', async () => {
      expect(await under().executions.answer('no-such-token')).toBe('gone');
    });
  });
};
