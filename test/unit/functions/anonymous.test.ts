import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createEnter } from '../../../functions/enter-petition/handler.js';
import { createHandler as createSubmit } from '../../../functions/submit-petition/handler.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, type Stage } from './support/stage.js';

const NAMELESS = { ...BODY, submitter: { kind: 'anonymous' } };

describe('a petition without a name', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  /** As if the city had decided to take them. */
  const taking = () => {
    const registers = Object.create(stage.deps.registers, {
      takesAnonymous: { value: () => Promise.resolve(true) },
    }) as Stage['deps']['registers'];
    return { ...stage.deps, registers };
  };
  const post = (body: unknown, deps: Stage['deps'] = stage.deps) =>
    call(
      createSubmit(deps),
      httpEvent('POST /api/petitions', { headers: jsonHeaders(), body: JSON.stringify(body) }),
    );

  it('is refused while no city takes them, as the registry ships', async () => {
    const { status, json } = await post(NAMELESS);
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ pointer: '/submitter/kind', code: 'anonymous-not-taken' }]);
  });

  it('is taken where the city does, followed by its code, and told to nobody', async () => {
    const { status, json } = await post(NAMELESS, taking());
    expect(status).toBe(202);
    const petition = await stage.load(json['code']);
    expect(petition.submitterKind).toBe('anonymous');
    const { submitter } = await stage.fakes.vault.openFile(petition.id);
    expect(submitter).toEqual({ kind: 'anonymous', name: '', phone: null, email: null });
    const stored = stage.fakes.database.query('Petitions', `PET#${petition.id}`);
    expect(stored.filter(({ sk }) => sk.startsWith('NOTICE#'))).toEqual([]);
  });

  it.each(['name', 'phone', 'email'] as const)('carries no %s', async (field) => {
    const submitter = { kind: 'anonymous', [field]: BODY.submitter[field] };
    const { json } = await post({ ...BODY, submitter }, taking());
    expect(json['errors']).toMatchObject([{ pointer: `/submitter/${field}`, code: 'anonymous-contact' }]);
  });

  it('names nobody else either, at the desk', async () => {
    const body = { ...NAMELESS, onBehalfOf: { name: 'Trần Thị Mai' } };
    const { json } = await call(
      createEnter(taking()),
      httpEvent('POST /api/operator/petitions', {
        ...{ headers: jsonHeaders(), body: JSON.stringify(body), claims: staff('operator') },
      }),
    );
    expect(json['errors']).toMatchObject([{ pointer: '/onBehalfOf', code: 'anonymous-contact' }]);
  });

  it('does not free others from giving a name', async () => {
    const { name: _name, ...submitter } = BODY.submitter;
    const { json } = await post({ ...BODY, submitter }, taking());
    expect(json['errors']).toMatchObject([{ pointer: '/submitter/name', code: 'required' }]);
  });
});
