import fc from 'fast-check';
import { EventMalformed, stamped } from './domain-event';

const AUDIT = '3f2b8c1e-9a44-4f6e-8d0b-0a6c7c1d2e3f';
const graded = { type: 'casework.audit.graded.v1', subject: `audit:${AUDIT}`, data: {} };

describe('the form of an event', () => {
  it('takes ids, codes, dates and numbers, in lists too', () => {
    const data = { childId: AUDIT, grade: 'requires_improvement', on: '2026-03-31', score: 3, locked: false, themes: ['voice', 'planning'], teamId: null, reference: 'LCS 104482' };
    expect(stamped('casework', { ...graded, data }).data).toEqual(data);
  });

  it('gets an id of its own, and the time where none is given', () => {
    const [first, second] = [stamped('casework', graded), stamped('casework', graded)];
    expect(first.id).not.toEqual(second.id);
    expect(new Date(first.occurredAt).toISOString()).toEqual(first.occurredAt);
    expect(stamped('casework', { ...graded, occurredAt: '2019-05-04T09:00:00.000Z' }).occurredAt).toBe('2019-05-04T09:00:00.000Z');
  });

  it.each([
    ['another subgraph’s type', { ...graded, type: 'voice.forum.met.v1' }, 'Event type must be casework.<entity>.<past tense>.v<n>.'],
    ['a type without a version', { ...graded, type: 'casework.audit.graded' }, 'Event type must be casework.<entity>.<past tense>.v<n>.'],
    ['a subject without an id', { ...graded, subject: 'audit' }, 'Event subject must be <entity>:<id>.'],
    ['a sentence', { ...graded, data: { note: 'She said so' } }, 'Event data.note is not an id, a code or a date.'],
    ['a sentence in a list', { ...graded, data: { points: [{ said: 'not a code' }] } }, 'Event data.points.0.said is not an id, a code or a date.'],
    ['two lines', { ...graded, data: { note: 'one\ntwo' } }, 'Event data.note is not an id, a code or a date.'],
    ['a very long code', { ...graded, data: { code: 'x'.repeat(101) } }, 'Event data.code is not an id, a code or a date.'],
  ])('refuses %s', (_what, event, message) => {
    expect(() => stamped('casework', event)).toThrow(new EventMalformed('', '').constructor as typeof EventMalformed);
    expect(() => stamped('casework', event)).toThrow(message);
  });

  it('never says in its refusal what the value was', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6,12}( [a-z]{6,12}){2,5}$/), (sentence) => {
        expect.assertions(0);
        try {
          stamped('casework', { ...graded, data: { note: sentence } });
        } catch (error) {
          return !String((error as Error).message).includes(sentence);
        }
        return false;
      }),
    );
  });
});
