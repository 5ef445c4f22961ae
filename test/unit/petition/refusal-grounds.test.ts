import { describe, expect, it } from 'vitest';
import { parseEvent, REFUSAL_GROUNDS, type Happening } from '../../../core/events.js';
import { REFUSAL_GROUND_BASIS } from '../../../core/petition/refusal-grounds.js';
import { groundBasisWords } from '../../../web/words/ground-basis.js';
import { aNextEvent } from '../../support/builders/petition-builder.js';
import { issues, open } from './deciding.js';
import { HAPPENINGS, IN } from './folding.js';

describe('grounds of a refusal', () => {
  it.each(REFUSAL_GROUNDS)('%s says what it rests on, and how sure that is', (ground) => {
    const { basis, status } = REFUSAL_GROUND_BASIS[ground];
    expect(status === 'assumed' || basis !== '').toBe(true);
    expect(groundBasisWords(ground)).toMatch(basis === '' ? /địa phương xác nhận$/ : /^Luật /);
    expect(groundBasisWords(ground)).toBe(groundBasisWords(ground).normalize('NFC'));
  });

  it('of a later release is said to be confirmed by the city', () => {
    expect(groundBasisWords('toString')).toContain('địa phương xác nhận');
  });

  it.each([null, '', 'khong-thich', 'toString'])('a refusal on %o is impossible by the rules', (ground) => {
    expect(issues(open(), { decision: 'reject', ground })).toEqual([
      { pointer: '/ground', code: 'legal-ground' },
    ]);
  });

  it.each([undefined, null, '', 'khong-thich'])('a refusal on %o is impossible as an event', (ground) => {
    const event = aNextEvent(IN.ACCEPTED, HAPPENINGS.reject);
    expect(() => parseEvent({ ...event, data: { ...event.data, ground } })).toThrow();
    const { ground: _ground, ...without } = (
      HAPPENINGS.reject as Extract<Happening, { type: 'PetitionRejected' }>
    ).data;
    expect(() => parseEvent({ ...event, data: without })).toThrow();
    expect(parseEvent(event)).toEqual(event);
  });
});
