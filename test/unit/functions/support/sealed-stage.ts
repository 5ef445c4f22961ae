import { afterEach, beforeEach } from 'vitest';
import { ReleaseSealedLane } from '../../../../adapters/sealed-lane.js';
import type { SealedLane } from '../../../../core/ports/sealed-lane.js';
import { createHandler as createCount } from '../../../../functions/count-denunciations/handler.js';
import { createHandler as createEnter } from '../../../../functions/enter-denunciation/handler.js';
import { createHandler as createList } from '../../../../functions/list-sealed/handler.js';
import { createObservability } from '../../../../functions/middleware/observability.js';
import type { RouteKey } from '../../../../functions/routes.js';
import { createHandler as createSettle } from '../../../../functions/settle-sealed/handler.js';
import { createHandler as createLane } from '../../../../functions/show-sealed-lane/handler.js';
import { createHandler as createSubmit } from '../../../../functions/submit-denunciation/handler.js';
import { createHandler as createTrack } from '../../../../functions/track-denunciation/handler.js';
import { createHandler as createUnseal } from '../../../../functions/unseal-file/handler.js';
import { createHandler as createWatch } from '../../../../functions/watch-sealed/handler.js';
import { sealedMail } from '../../../../web/mails/sealed-mail.js';
import { INSPECTORATE } from '../../../support/builders/sealed-builder.js';
import { aContact } from '../../../support/builders/link-builder.js';
import { FakeClock } from '../../../support/fakes/fake-clock.js';
import { FakeIds } from '../../../support/fakes/fake-ids.js';
import { FakeKeyed } from '../../../support/fakes/fake-keyed.js';
import { FakeMailer } from '../../../support/fakes/fake-mailer.js';
import { FakeSealedVault } from '../../../support/fakes/fake-sealed-vault.js';
import { InMemorySealedStore } from '../../../support/fakes/in-memory-sealed-store.js';
import { captureLog, type CapturedLog } from './captured-log.js';
import { call, CONTEXT, httpEvent, staff, type Asked } from './http-event.js';
import { registersTakingDenunciations } from './registry.js';

export const registers = registersTakingDenunciations();

export const NOW = '2026-11-02T02:00:00.000Z';
export const WARD = 'ubnd-xa/w:26773@2025-07';
export const BODY = {
  unit: 'w:26773@2025-07',
  accused: { agency: WARD },
  person: 'Ông Nguyễn Văn A, công chức địa chính',
  description: 'Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng trái quy định.',
  evidence: 'Ngày 01/10/2026, có hai người làm chứng.',
  denouncer: { name: 'Trần Thị Mai', address: 'Số 12 Đường Hoa Mai', phone: '0900 000 001' },
  consent: true,
};
export const PERSONAL = ['Trần Thị Mai', 'Hoa Mai', '0900', 'Nguyễn Văn A', 'Nhận tiền', 'làm chứng'];
export const OFFICER = staff('sealed', 'sealed:thanh-tra-hcm');
export const contacts = new Map([
  [INSPECTORATE.id, [aContact({ agencyId: INSPECTORATE.id, email: 'tiepnhan@thanhtra.example' })]],
  [WARD, [aContact({ agencyId: WARD, email: 'phuong@thoian.example' })]],
]);

const createStage = () => {
  const clock = new FakeClock(NOW);
  const store = new InMemorySealedStore();
  const vault = new FakeSealedVault();
  const mailer = new FakeMailer();
  const lane: SealedLane = new ReleaseSealedLane(registers);
  const observability = createObservability('sealed', 'test');
  const backoff = { wait: () => Promise.resolve() };
  const deps = {
    ...{ clock, store, lane, observability, backoff, mailer },
    ...{ ids: new FakeIds(), keyed: new FakeKeyed(), sealer: vault, unsealer: vault, compose: sealedMail },
    contacts: { of: (id: string) => Promise.resolve(contacts.get(id) ?? []) },
  };
  return { clock, store, vault, mailer, deps };
};

interface SealedUnderTest {
  stage: ReturnType<typeof createStage>;
  log: CapturedLog;
}

/** The functions of the sealed lane on fakes and the shipped registry in which the city takes denunciations, fresh for each test of a file. */
export const useSealedLane = () => {
  const under = {} as SealedUnderTest;
  beforeEach(() => {
    under.stage = createStage();
    under.log = captureLog();
  });
  afterEach(() => {
    under.log.release();
  });

  const HANDLERS = {
    'POST /api/denunciations': () => createSubmit(under.stage.deps),
    'GET /api/sealed-lane': () => createLane(under.stage.deps),
    'GET /api/denunciations/{code}': () => createTrack(under.stage.deps),
    'GET /api/audit/denunciations': () => createCount({ ...under.stage.deps, counts: under.stage.store }),
    'GET /api/sealed': () => createList(under.stage.deps),
    'POST /api/sealed': () => createEnter(under.stage.deps),
    'GET /api/sealed/{id}': () => createList(under.stage.deps),
    'POST /api/sealed/{id}/unseal': () => createUnseal(under.stage.deps),
    'POST /api/sealed/{id}/hand-over': () => createSettle(under.stage.deps),
    'POST /api/sealed/{id}/closure': () => createSettle(under.stage.deps),
  } satisfies Partial<Record<RouteKey, unknown>>;
  const ask = (
    route: keyof typeof HANDLERS,
    { body, ...asked }: Omit<Asked, 'body'> & { body?: object } = {},
  ) =>
    call(
      HANDLERS[route](),
      httpEvent(route, {
        ...asked,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...asked.headers },
        }),
      }),
    );
  const submit = (body: object = BODY, key = 'khoa-thu-1') =>
    ask('POST /api/denunciations', { body, headers: { 'idempotency-key': key } });
  const onlyId = () => [...under.stage.store.files.keys()][0] ?? '';
  const watch = () => createWatch(under.stage.deps)({}, CONTEXT);
  return { under, ask, submit, onlyId, watch };
};
