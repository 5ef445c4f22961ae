import { createHash } from 'node:crypto';
import { parseCode } from '../../../../core/codes/petition-code.js';
import type { Petition } from '../../../../core/petition/petition.js';
import { createHandler as createAdvance } from '../../../../functions/advance-petition/handler.js';
import { receiptSecret } from '../../../../core/use-cases/receipt-secret.js';
import { createHandler as createDecide } from '../../../../functions/decide-task/handler.js';
import { createHandler as createHear } from '../../../../functions/hear-resident/handler.js';
import { createObservability } from '../../../../functions/middleware/observability.js';
import { createHandler as createOpen } from '../../../../functions/open-link/handler.js';
import { createHandler as createSubmit } from '../../../../functions/submit-petition/handler.js';
import { createHandler as createTrack } from '../../../../functions/track-petition/handler.js';
import { mailComposer } from '../../../../web/mails/mail-composer.js';
import { aContact, aLink } from '../../../support/builders/link-builder.js';
import { createFakeAdapters } from '../../../support/fakes/fake-adapters.js';
import { call, CONTEXT, httpEvent, type Answer } from './http-event.js';
import { registers } from './registry.js';

export const PUBLIC_ORIGIN = 'https://kien-nghi.example';
/** 09:00 in Việt Nam, the Friday of the story of the coaches. */
export const NOW = '2023-03-10T02:00:00.000Z';
export const LINK = 'AAAAAAAAAAAAAAAAAAAAAA';
export const WARD = 'ubnd-xa/w:26773@0';

/** What a resident posts; everything personal in it is found again by its words. */
export const BODY = {
  category: 'GT-BIEN',
  unit: 'w:26773@0',
  address: 'Số 12 Đường Hoa Mai',
  description: 'Xe khách đậu kín đường nội bộ của khu dân cư.',
  submitter: {
    kind: 'person',
    name: 'Trần Thị Mai',
    phone: '0900 000 001',
    email: 'mai.tran@cu-dan.example',
  },
  consent: true,
};
export const PERSONAL = ['Hoa Mai', 'Xe khách', 'Trần Thị Mai', '0900', 'mai.tran'];

export const jsonHeaders = (more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  ...more,
});

/** The functions over one in-memory database and the reviewed registry. */
export const createStage = () => {
  const fakes = createFakeAdapters(NOW);
  const deps = {
    ...fakes,
    registers,
    composer: mailComposer,
    linkKeys: fakes.keyed,
    codeKeys: fakes.keyed,
    receiptKeys: fakes.keyed,
    linkKeyVersion: '1',
    publicOrigin: PUBLIC_ORIGIN,
    mailFrom: 'khong-tra-loi@kien-nghi.example',
    deliveryWatchMinutes: 60,
    observability: createObservability('test', 'test'),
  };
  const submit = createSubmit(deps);
  const advance = createAdvance(deps);
  const load = async (code: unknown): Promise<Petition> => {
    const petition = await fakes.store.findByCode(parseCode(String(code)) ?? '');
    if (petition === null) throw new Error('no such petition');
    return petition;
  };
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    call(
      submit,
      httpEvent('POST /api/petitions', { headers: jsonHeaders(headers), body: JSON.stringify(body) }),
    );
  const open = createOpen(deps);
  const decide = createDecide(deps);
  return {
    fakes,
    deps,
    load,
    post,
    open,
    decide,
    /** Fills in the page of a link and posts it, as a browser does. */
    decideBy: async (link: string, fields: Record<string, string>): Promise<Answer> => {
      const { text } = await call(open, httpEvent('GET /t/{link}', { path: { link } }));
      const nonce = /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
      return call(
        decide,
        httpEvent('POST /t/{link}', {
          path: { link },
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_ORIGIN },
          body: new URLSearchParams({ nonce, ...fields }).toString(),
        }),
      );
    },
    track: createTrack(deps),
    hear: createHear(deps),
    secretOf: ({ id }: Petition): Promise<string> => receiptSecret(fakes.keyed, id),
    /** A petition that the ward holds, with a mailed link to its task. */
    assigned: async (
      body: object = BODY,
      linkId = LINK,
      headers: Record<string, string> = {},
    ): Promise<Petition> => {
      const { code } = (await post(body, headers)).json;
      const { id } = await load(code);
      await advance({ petitionId: id, thread: 'lead', run: 1, action: 'Route' }, CONTEXT);
      const petition = await load(code);
      const holder = petition.task?.holder.id ?? '';
      const hash = createHash('sha256').update(linkId).digest('hex');
      await fakes.contacts.put(aContact({ agencyId: holder, id: 'chinh', email: 'binh@phuong.example' }));
      await fakes.links.put(aLink({ hash, petitionId: id, agencyId: holder, contactId: 'chinh' }));
      return petition;
    },
  };
};

export type Stage = ReturnType<typeof createStage>;
