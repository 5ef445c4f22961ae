import { describe, expect, it } from 'vitest';
import { coaches, silence, visit } from '../../local/demo/stories.js';
import { useSystem } from '../support/system.js';

const under = useSystem('2023-03-10T02:00:00.000Z');
const told: string[] = [];
const stage = () => ({ client: under.client, print: (line: string) => void told.push(line) });
const kinds = (status: { hops: { kind: string }[] }) => status.hops.map((hop) => hop.kind);

describe('the stories, through the public surfaces, on the deployed app', () => {
  it('S1b: the ward declares it beyond its competence and Quận 12 settles it with a photo', async () => {
    const story = await coaches(stage());
    const status = await under.client.track(story.code);
    expect(status.status).toBe('CLOSED');
    expect(kinds(status)).toEqual(['routed', 'beyond-competence']);
    expect(status.hops.map((hop) => hop.to)).toEqual(['ubnd-xa/w:26773@0', 'ubnd-huyen/d:761@0']);
    expect(status.outcome?.kind).toBe('resolved');
    expect(status.outcome?.answer).toContain('biển cấm dừng đỗ');
    expect(status.late).toBe(false);
  });

  it('S1c: nobody answers; reminders, then Quận 12, then the city, until somebody decides late', async () => {
    const story = await silence(stage());
    const status = await under.client.track(story.code);
    expect(status.status).toBe('CLOSED');
    expect(kinds(status).filter((kind) => kind === 'escalated').length).toBeGreaterThanOrEqual(2);
    expect(status.late).toBe(true);
    const subjects = (await story.mails()).map((mail) => mail.to);
    expect(new Set(subjects).size).toBeGreaterThanOrEqual(4);
  });

  it('S0: a khu phố visit is recorded and directed in the Party lane, without a clock', async () => {
    const story = await visit(stage());
    const status = await under.client.track(story.code);
    expect(status.hops.map((hop) => hop.to)).toEqual(['dang-uy-huyen/d:770@0']);
    expect(status.dueAt).toBeNull();
    expect(status.late).toBe(false);
    expect(status.outcome?.kind).toBe('resolved');
  });

  it('no mail names the resident in its subject, and no history holds a word of the petition', async () => {
    for (const mail of await under.client.inbox()) {
      expect(mail.subject).not.toMatch(/Trần Thị Mai|0900000001|mai\.tran/);
    }
    expect(told.join('\n')).not.toMatch(/Trần Thị Mai|0900000001/);
    expect(told.filter((line) => line.includes('chained: yes'))).toHaveLength(3);
  });
});
