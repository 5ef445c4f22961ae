import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { runScript } from '../support/run-script.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const HEADER = 'agency,role,name,position,email,verifiedOn';
const under = useSystem('2023-03-10T02:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'kien-nghi-contacts-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const contacts = (...args: string[]) =>
  runScript(under.system.engine.endpoint, 'registry/contacts-cli.ts', [...args, '--stage', 'local']);

const importList = (...lines: string[]) => {
  const file = join(folder, 'contacts.csv');
  writeFileSync(file, [HEADER, ...lines, ''].join('\n'));
  return contacts('import', file);
};

const newTask = async (): Promise<{ code: string; link: string }> => {
  const { code } = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition;
  return { code, link: await new Narrator(under.client, code, () => undefined).linkOf(WARD) };
};

const mailTo = (email: string, code: string) =>
  waitFor(`a mail about ${code} to ${email}`, async () =>
    (await under.client.inbox()).find((mail) => mail.to === email && mail.subject.includes(code)),
  );

const successor = (email: string) => `${WARD},main,Võ Thị Mới,Chuyên viên,${email},2023-03-01`;

describe('npm run contacts', () => {
  it('imports nothing of a list with a fault, and does not repeat what is in it', async () => {
    const good = successor('kin-dao@thoi-an.example');
    const { code, said } = await importList(good, `${WARD},boss,Người Lạ,A,nguoi.la@thoi-an.example,`);
    expect(code).toBe(1);
    expect(said).toContain('ERROR line 3 / role');
    expect(said).toContain('Nothing was imported.');
    expect(said).not.toMatch(/kin-dao|nguoi\.la|Người Lạ/);
  });

  it('says in one line why it cannot run', async () => {
    const missing = await contacts('import', join(folder, 'none.csv'));
    expect(missing).toMatchObject({ code: 2, said: '' });
    expect(missing.complained).toMatch(/^There is no file .*none\.csv\.\n$/);
    const away = await runScript('http://127.0.0.1:9', 'registry/contacts-cli.ts', [
      ...['resend', '--stage', 'local'],
    ]);
    expect(away).toMatchObject({ code: 2, said: '' });
    expect(away.complained).toContain('The local system does not answer');
  });

  it("ends the former contact's link and mails the open task to the new one, whose link acts", async () => {
    const { code, link } = await newTask();
    const { nonce } = await under.client.openTask(link);
    const email = 'moi@thoi-an.example';
    const imported = await importList(successor(email));
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.said).toContain(`changed ${WARD} main`);
    expect(imported.said).toContain(`open tasks of ${WARD} mailed again: 1\n`);
    expect(imported.said).not.toContain(email);

    const former = await under.client.openTask(link);
    expect(former.status).toBe(410);
    expect(former.html).toContain('đường dẫn mới trong thư');
    expect(former.html).not.toContain(email);
    expect((await under.client.postDecision(link, { nonce, decision: 'accept' })).status).toBe(409);
    expect((await under.client.track(code)).status).toBe('ASSIGNED');

    const fresh = under.client.linkIn(await mailTo(email, code)) ?? '';
    expect(fresh).not.toBe(link);
    const opened = await under.client.openTask(fresh);
    expect(opened.status).toBe(200);
    const accepted = await under.client.postDecision(fresh, { nonce: opened.nonce, decision: 'accept' });
    expect(accepted.status).toBe(200);
    expect((await under.client.track(code)).status).toBe('ACCEPTED');
  });

  it('changes nothing, and mails nobody, when the same list comes again', async () => {
    const { said } = await importList(successor('moi@thoi-an.example'));
    expect(said).toBe('0 of 1 contacts were new or changed.\n');
  });

  it('mails open tasks again when asked to, with the same link while nothing was replaced', async () => {
    const { code, link } = await newTask();
    const { said } = await contacts('resend', '--agency', WARD);
    expect(said).toContain('Agencies: 1. Open tasks mailed again: 2.');
    const links = await waitFor('the second mail', async () => {
      const mails = (await under.client.inbox()).filter((mail) => mail.subject.includes(code));
      const found = mails.flatMap((mail) => under.client.linkIn(mail) ?? []);
      return found.length > 1 ? found : undefined;
    });
    expect(new Set(links)).toEqual(new Set([link]));
  });
});
