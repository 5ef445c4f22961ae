import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { importContacts } from '../../adapters/dynamodb/contact-import.js';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { ENGINE_REGION } from '../../local/engine/process.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const ALTERNATE = 'duphong@phuongthoian.quan12.hcm.example';
/** The mailbox simulator of SES, which the engine follows. */
const DEAD = (label: string) => `bounce+${label}@simulator.amazonses.com`;
/** A report that meets a notice still being sent comes again after a minute. */
const PATIENCE_MS = 150_000;
const under = useSystem('2023-03-10T02:00:00.000Z');

interface StoredEvent {
  type: string;
  data: Record<string, unknown>;
}

const submit = async (body: object): Promise<string> =>
  ((await (await under.client.submit(body)).json()) as SubmittedPetition).code;

const isSame = (a: string, b: string): boolean => a.replaceAll('-', '') === b.replaceAll('-', '');

const historyOf = async (code: string): Promise<StoredEvent[]> => {
  const token = await under.client.token('auditor');
  const { items } = await under.client.audit<{ items: { id: string; code: string }[] }>(
    `/petitions?unit=${COACHES.unit}`,
    token,
  );
  const id = items.find((item) => isSame(item.code, code))?.id;
  if (id === undefined) return [];
  return (await under.client.audit<{ events: StoredEvent[] }>(`/petitions/${id}/history`, token)).events;
};

const eventOf = (code: string, type: string): Promise<StoredEvent> =>
  waitFor(type, async () => (await historyOf(code)).find((event) => event.type === type), PATIENCE_MS);

const linkMailedTo = (address: string, code: string): Promise<string> =>
  waitFor(
    `a mail to ${address}`,
    async () => {
      const mails = (await under.client.inbox()).filter(
        ({ to, subject }) => to === address && subject.includes(code),
      );
      return mails.map((mail) => under.client.linkIn(mail)).find((link) => link !== undefined);
    },
    PATIENCE_MS,
  );

const contactsTable = () => {
  const client = new DynamoDBClient({
    endpoint: under.system.engine.endpoint,
    region: ENGINE_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client: DynamoDBDocumentClient.from(client), contacts: under.system.app.contactsTable };
};

const RESOLUTION = {
  decision: 'resolve',
  text: 'Đã lắp biển báo.',
  noEvidenceReason: 'Ảnh sẽ bổ sung.',
  actorName: 'Nguyễn Văn A',
  actorPosition: 'Chủ tịch',
};

describe('mails that come back', () => {
  beforeAll(async () => {
    const [main] = await new DynamoContactStore(contactsTable()).of(WARD);
    if (main === undefined) throw new Error('the ward has no contact');
    const at = new Date().toISOString();
    await importContacts(contactsTable(), [{ ...main, email: DEAD('thoian') }], { user: 'test', at });
  });

  it('to an official: the alternate gets the mail with a link that works, and the history shows it', async () => {
    const code = await submit(COACHES);
    const link = await linkMailedTo(ALTERNATE, code);
    expect((await under.client.openTask(link)).status).toBe(200);
    const { data } = await eventOf(code, 'NoticeUndelivered');
    expect(data).toMatchObject({
      ...{ kind: 'assignment', reason: 'bounce', bounceType: 'Permanent' },
      to: { kind: 'agency', agencyId: WARD, contactId: 'main' },
      followUp: { kind: 'next-contact', contactId: 'alternate' },
    });
    expect((await new DynamoContactStore(contactsTable()).of(WARD))[0]).toMatchObject({
      bouncedOn: '2023-03-10',
    });
    expect((await under.client.decide(link, RESOLUTION)).status).toBe(200);
    expect((await under.client.track(code)).status).toBe('RESOLVED');
  });

  it('with an answer: it goes to the telephone that the resident left as well', async () => {
    const code = await submit({ ...COACHES, submitter: { ...COACHES.submitter, email: DEAD('dan-2') } });
    const link = await linkMailedTo(ALTERNATE, code);
    expect((await under.client.decide(link, RESOLUTION)).status).toBe(200);
    const message = await waitFor(
      'the message',
      async () => (await under.client.messages()).find(({ text }) => text.includes(code)),
      PATIENCE_MS,
    );
    expect(message.text).toContain('đã có trả lời');
    const events = await historyOf(code);
    expect(events.find(({ data }) => data['kind'] === 'decision')?.data['followUp']).toEqual({
      kind: 'message',
    });
    const told = await waitFor(
      'the gateway to say that it arrived',
      async () =>
        (await historyOf(code)).find(
          ({ type, data }) => type === 'AnswerDelivered' && data['by'] !== 'email',
        ),
      PATIENCE_MS,
    );
    expect(told.data['by']).toBe('sms');
  });

  it('with an answer: silence does not close; a clerk brings it, and then the time to object runs', async () => {
    const { phone: _, ...nobodyElse } = COACHES.submitter;
    const code = await submit({ ...COACHES, submitter: { ...nobodyElse, email: DEAD('dan') } });
    const link = await linkMailedTo(ALTERNATE, code);
    const mailsToDead = (await under.client.inbox()).filter(
      ({ to, subject }) => to === DEAD('thoian') && subject.includes(code),
    );
    expect(mailsToDead).toEqual([]);
    expect((await under.client.decide(link, RESOLUTION)).status).toBe(200);
    await waitFor(
      'the answer to come back',
      async () => (await historyOf(code)).find(({ data }) => data['kind'] === 'decision'),
      PATIENCE_MS,
    );
    await under.client.jumpTo('2023-05-15T02:00:00.000Z');
    expect((await under.client.track(code)).status).toBe('RESOLVED');

    const headers = { authorization: `Bearer ${await under.client.token('operator')}` };
    const desk = `${under.client.origin}/api/operator/notices`;
    const list = (await (await fetch(`${desk}?province=p:79@0`, { headers })).json()) as {
      items: { petitionId: string; id: string; code: string; kind: string }[];
    };
    const notice = list.items.find((item) => item.kind === 'decision' && isSame(item.code, code));
    expect(notice).toBeDefined();
    const answer = await fetch(`${desk}/${notice?.petitionId ?? ''}/${notice?.id ?? ''}/delivery`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'phone' }),
    });
    const { feedbackUntil } = (await answer.json()) as { feedbackUntil: string };
    expect(feedbackUntil > '2023-05-15').toBe(true);
    await under.client.jumpTo('2023-06-30T02:00:00.000Z');
    await waitFor('the end', async () =>
      (await under.client.track(code)).status === 'CLOSED' ? true : undefined,
    );
    const { data } = await eventOf(code, 'PetitionClosed');
    expect(data).toEqual({ because: 'silence-after-delivery' });
  });
});
