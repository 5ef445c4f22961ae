import { beforeAll, describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const POLICE = { id: 'cong-an-xa/w:26773@0', mail: 'tiepnhan@congan.phuongthoian.quan12.hcm.example' };
const TEAM = { id: 'doi-qlttdt/d:761@0', mail: 'tiepnhan@doiqlttdt.quan12.hcm.example' };
const WARD_MAIL = 'tiepnhan@phuongthoian.quan12.hcm.example';
const WHO = { actorName: 'Nguyễn Văn A', actorPosition: 'Phó trưởng Công an phường' };
const PATIENCE_MS = 150_000;
const under = useSystem('2023-03-10T02:00:00.000Z');

interface StoredEvent {
  type: string;
  data: Record<string, unknown>;
}
interface Record_ {
  supports: { thread: string; state: string; holder: { id: string }; dueBy: { at: string }; late: boolean }[];
}

describe('joint handling on the deployed app', () => {
  let code: string;
  let id: string;
  let lead: string;

  const mailsAbout = async (to: string, prefix: string) =>
    (await under.client.inbox()).filter(
      (mail) => mail.to === to && mail.subject.includes(code) && mail.subject.startsWith(prefix),
    );
  const linkTo = (to: string, prefix: string): Promise<string> =>
    waitFor(
      `"${prefix}" to ${to}`,
      async () => {
        const [mail] = (await mailsAbout(to, prefix)).reverse();
        return mail === undefined ? undefined : under.client.linkIn(mail);
      },
      PATIENCE_MS,
    );
  const audit = async <T>(path: string): Promise<T> =>
    under.client.audit<T>(path, await under.client.token('auditor'));

  beforeAll(async () => {
    ({ code } = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition);
    lead = await waitFor(
      'the ward’s link',
      async () => {
        const mails = (await under.client.inbox()).filter(({ subject }) => subject.includes(code));
        return mails.map((mail) => under.client.linkIn(mail)).find((link) => link !== undefined);
      },
      PATIENCE_MS,
    );
    const { items } = await audit<{ items: { id: string; code: string }[] }>(
      `/petitions?unit=${COACHES.unit}`,
    );
    id = items.find((item) => item.code.replaceAll('-', '') === code.replaceAll('-', ''))?.id ?? '';
  });

  it('the lead asks two units; each gets a link of its own, whose page asks and takes no script', async () => {
    const page = await under.client.openTask(lead);
    expect(page.decisions).toContain('request-support');
    const answer = await under.client.decide(lead, {
      decision: 'request-support',
      text: 'Xin phối hợp tuần tra, xử lý xe khách dừng đỗ.',
      'support.0': POLICE.id,
      'support.other1': TEAM.id,
      supportUntil: '',
    });
    expect(answer.status).toBe(200);
    for (const unit of [POLICE, TEAM]) {
      const opened = await under.client.openTask(await linkTo(unit.mail, 'Đề nghị phối hợp:'));
      expect(opened.status).toBe(200);
      expect(opened.html).toContain('Xin phối hợp tuần tra');
      expect(opened.html).not.toContain('<script');
      expect(opened.decisions).toEqual([
        'support-accept',
        'support-note',
        'support-answer',
        'support-decline',
        'support-transfer',
        'support-extend',
      ]);
    }
    expect((await under.client.track(code)).supports).toMatchObject([
      { state: 'REQUESTED' },
      { state: 'REQUESTED' },
    ]);
  });

  it('one answers: its link ends, the lead is told and reads the answer', async () => {
    const link = await linkTo(POLICE.mail, 'Đề nghị phối hợp:');
    const said = { decision: 'support-answer', text: 'Đã tuần tra từ 5 giờ, lập 3 biên bản.', ...WHO };
    const posted = await under.client.decide(link, said);
    expect(posted.status).toBe(200);
    const dead = await under.client.openTask(link);
    expect(dead.status).toBe(410);
    expect(dead.html).toContain('đã trả lời đề nghị phối hợp');
    const mailed = await linkTo(WARD_MAIL, 'Đơn vị phối hợp đã trả lời');
    expect(mailed).toBe(lead);
    expect((await under.client.openTask(lead)).html).toContain('lập 3 biên bản');
  });

  it('a site visit is mailed with an entry for the calendar to everybody who works on it', async () => {
    const visit = { visitDay: '2023-03-13', visitTime: '08:30', visitPlace: 'Cổng khu dân cư Phú Nhuận' };
    const text = 'Khảo sát liên ngành.';
    const posted = await under.client.decide(lead, { decision: 'propose-visit', text, ...visit });
    expect(posted.status).toBe(200);
    const mail = await waitFor(
      'the invitation',
      async () => (await mailsAbout(TEAM.mail, 'Mời khảo sát'))[0],
      PATIENCE_MS,
    );
    expect(mail.subject).not.toContain('Phú Nhuận');
    const [file] = mail.attachments ?? [];
    expect(file).toMatchObject({ fileName: 'khao-sat.ics' });
    expect(file?.content).toContain('METHOD:PUBLISH\r\n');
    expect(file?.content).toContain('DTSTART:20230313T013000Z\r\n');
    const page = await (await fetch(`${under.client.origin}/_local/inbox`)).text();
    expect(page).toContain('khao-sat.ics');
  });

  it('the other one is silent: its superior is asked', async () => {
    const link = await linkTo(TEAM.mail, 'Đề nghị phối hợp:');
    await under.client.decide(lead, { decision: 'accept', text: '' });
    const { supports } = await audit<Record_>(`/petitions/${id}`);
    expect(supports.map(({ state }) => state)).toEqual(['ANSWERED', 'REQUESTED']);
    await under.client.jumpTo(new Date(Date.parse(supports[1]?.dueBy.at ?? '') + 60_000).toISOString());
    const above = await waitFor(
      'the escalation',
      async () => {
        const [, moved] = (await audit<Record_>(`/petitions/${id}`)).supports;
        return moved?.holder.id === TEAM.id ? undefined : moved;
      },
      PATIENCE_MS,
    );
    expect(above).toMatchObject({ thread: 'support-2', state: 'REQUESTED' });
    const moved = await under.client.openTask(link);
    expect(moved.status).toBe(410);
    const { holder, status } = await under.client.track(code);
    expect([holder?.id, status]).toEqual([WARD, 'ACCEPTED']);
  });

  it('the lead answers without it only with a reason; then every link is dead', async () => {
    await under.client.jumpTo('2023-03-16T01:30:00.000Z');
    const above = await waitFor(
      'the superior’s link',
      async () => {
        const mails = (await under.client.inbox()).filter(
          ({ subject }) => subject.includes(code) && subject.startsWith('Phối hợp quá hạn'),
        );
        return mails.map((mail) => under.client.linkIn(mail)).find((link) => link !== undefined);
      },
      PATIENCE_MS,
    );
    expect((await under.client.openTask(above)).status).toBe(200);
    const final = {
      ...{ decision: 'resolve', text: 'Đã lắp biển báo.', noEvidenceReason: 'Ảnh sẽ bổ sung.' },
      ...{ actorName: 'Nguyễn Văn B', actorPosition: 'Chủ tịch' },
    };
    const refused = await under.client.decide(lead, final);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Lý do trả lời khi đơn vị phối hợp chưa trả lời');
    const reason = { supportOpenReason: 'Công an đã xử lý xong.' };
    expect((await under.client.decide(lead, { ...final, ...reason })).status).toBe(200);
    for (const link of [lead, above, await linkTo(TEAM.mail, 'Đề nghị phối hợp:')])
      expect((await under.client.openTask(link)).status).toBe(410);
    const { events } = await audit<{ events: StoredEvent[] }>(`/petitions/${id}/history`);
    const types = events.map(({ type }) => type);
    for (const type of ['SupportRequested', 'SupportAnswered', 'SiteVisitProposed', 'SupportEscalated'])
      expect(types).toContain(type);
    expect(events.find(({ type }) => type === 'PetitionResolved')?.data).toMatchObject({
      openSupports: { threads: ['support-2'] },
    });
    expect(JSON.stringify(events)).not.toContain('Công an đã xử lý xong');
    expect((await under.client.track(code)).supports.map(({ state }) => state)).toEqual([
      'ANSWERED',
      'ENDED',
    ]);
  });
});

describe('a support task that is extended and passed on', () => {
  let code: string;
  let id: string;
  let lead: string;

  const linkTo = (to: string, prefix: string): Promise<string> =>
    waitFor(
      `"${prefix}" to ${to}`,
      async () => {
        const mails = (await under.client.inbox()).filter(
          (mail) => mail.to === to && mail.subject.includes(code) && mail.subject.startsWith(prefix),
        );
        return mails.map((mail) => under.client.linkIn(mail)).findLast((link) => link !== undefined);
      },
      PATIENCE_MS,
    );
  const supportNow = async () => {
    const token = await under.client.token('auditor');
    const { supports } = await under.client.audit<Record_>(`/petitions/${id}`, token);
    return supports[0];
  };

  beforeAll(async () => {
    // A Thursday morning.
    await under.client.jumpTo('2023-03-23T02:00:00.000Z');
    ({ code } = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition);
    lead = await linkTo(WARD_MAIL, '');
    const token = await under.client.token('auditor');
    const { items } = await under.client.audit<{ items: { id: string; code: string }[] }>(
      `/petitions?unit=${COACHES.unit}`,
      token,
    );
    id = items.find((item) => item.code.replaceAll('-', '') === code.replaceAll('-', ''))?.id ?? '';
    const ask = { decision: 'request-support', text: 'Xin phối hợp tuần tra.', 'support.0': POLICE.id };
    await under.client.decide(lead, { ...ask, supportUntil: '2023-03-27' });
  });

  it('the agency asked asks for a later day; the lead allows it on its page, and the day moves', async () => {
    const link = await linkTo(POLICE.mail, 'Đề nghị phối hợp:');
    const ask = { decision: 'support-extend', text: 'Chờ kết quả đo đếm.' };
    const past = await under.client.decide(link, { ...ask, 'until.support-extend': '2023-03-27' });
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('Đề nghị gia hạn trả lời đến hết ngày: Ngày gia hạn phải sau');
    const day = { 'until.support-extend': '2023-03-28' };
    expect((await under.client.decide(link, { ...ask, ...day })).status).toBe(200);
    expect((await under.client.openTask(link)).html).toContain('Đến hết ngày 28/03/2023; chờ đơn vị chủ trì');
    expect((await supportNow())?.dueBy.at).toBe('2023-03-27T10:00:00.000Z');
    expect(await linkTo(WARD_MAIL, 'Đơn vị phối hợp đề nghị gia hạn')).toBe(lead);
    const page = await under.client.openTask(lead);
    expect(page.decisions).toContain('allow-support-extension');
    expect(page.html).toContain('Chờ kết quả đo đếm.');
    const allow = { decision: 'allow-support-extension', text: '' };
    const chosen = { 'thread.allow-support-extension': 'support-1' };
    expect((await under.client.decide(lead, { ...allow, ...chosen })).status).toBe(200);
    expect((await supportNow())?.dueBy.at).toBe('2023-03-28T10:00:00.000Z');
    expect(await linkTo(POLICE.mail, 'Đồng ý gia hạn phối hợp')).toBe(link);
    expect((await under.client.openTask(lead)).decisions).not.toContain('allow-support-extension');
  });

  it('it names another agency from its list: that one has the task, and the lead reads why', async () => {
    const link = await linkTo(POLICE.mail, 'Đề nghị phối hợp:');
    const page = await under.client.openTask(link);
    const [, target = ''] = /<option value="(cong-an-xa[^"]+)"/.exec(page.html) ?? [];
    expect(target).not.toBe(POLICE.id);
    const pass = { decision: 'support-transfer', text: 'Đoạn đường do phường bạn quản lý.' };
    const toLead = await under.client.decide(link, { ...pass, 'agency.support-transfer': WARD });
    expect(toLead.status).toBe(422);
    const chosen = { 'agency.support-transfer': target };
    expect((await under.client.decide(link, { ...pass, ...chosen })).status).toBe(200);
    expect((await under.client.openTask(link)).status).toBe(410);
    expect(await supportNow()).toMatchObject({
      ...{ holder: { id: target }, state: 'REQUESTED' },
      dueBy: { at: '2023-03-28T10:00:00.000Z' },
    });
    expect(await linkTo(WARD_MAIL, 'Đề nghị phối hợp chuyển đơn vị khác')).toBe(lead);
    expect((await under.client.openTask(lead)).html).toContain('Đoạn đường do phường bạn quản lý.');
  });
});
