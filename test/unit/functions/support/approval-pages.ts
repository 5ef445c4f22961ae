import { beforeEach } from 'vitest';
import type { ApprovalWay } from '../../../../core/petition/approval-way.js';
import { FINAL_DECISIONS } from '../../../../core/petition/final-decision.js';
import type { Petition } from '../../../../core/petition/petition.js';
import type { Registers } from '../../../../core/ports/registers.js';
import { createHandler as createDecide } from '../../../../functions/decide-task/handler.js';
import { createHandler as createOpen } from '../../../../functions/open-link/handler.js';
import { aContact } from '../../../support/builders/link-builder.js';
import { call, httpEvent, type Answer } from './http-event.js';
import { registers } from './registry.js';
import { createStage, LINK, PUBLIC_ORIGIN, WARD, type Stage } from './stage.js';

export const HEAD = aContact({ agencyId: WARD, id: 'head', role: 'head', position: 'Chủ tịch' });

const asking = (way: ApprovalWay): Registers =>
  Object.assign(Object.create(registers) as Registers, {
    headApproval: () =>
      Promise.resolve(Object.fromEntries(FINAL_DECISIONS.map((decision) => [decision, way]))),
  });

interface Under {
  stage: Stage;
  petition: Petition;
  open: ReturnType<typeof createOpen>;
  decide: ReturnType<typeof createDecide>;
}

/** Links and forms of a ward that has a head, where every final answer needs approval in this way; anew for each test. */
export const useApprovalPages = (way: ApprovalWay) => {
  const under = {} as Under;
  beforeEach(async () => {
    const stage = createStage();
    const deps = { ...stage.deps, registers: asking(way) };
    Object.assign(under, { stage, open: createOpen(deps), decide: createDecide(deps) });
    under.petition = await stage.assigned();
    await stage.fakes.contacts.put(HEAD);
  });

  const page = (link = LINK): Promise<Answer> =>
    call(under.open, httpEvent('GET /t/{link}', { path: { link } }));

  const post = async (link: string, fields: Record<string, string>, files: Uint8Array[] = []) => {
    const nonce = /name="nonce" value="([^"]+)"/.exec((await page(link)).text)?.[1] ?? '';
    const form = new FormData();
    for (const [name, value] of Object.entries({ nonce, ...fields })) form.append(name, value);
    for (const bytes of files) form.append('evidence', new Blob([new Uint8Array(bytes)]), 'anh.png');
    const request = new Response(form);
    const headers = { 'content-type': request.headers.get('content-type') ?? '', origin: PUBLIC_ORIGIN };
    const body = Buffer.from(await request.arrayBuffer()).toString('base64');
    return call(
      under.decide,
      httpEvent('POST /t/{link}', { path: { link }, headers, body, isBase64Encoded: true }),
    );
  };

  return { under, page, post };
};
