import { Grade } from '@qaf/graph';
import { type Answered, askedOf, submissionFault } from './audit-grade.answers';
import { computedGrade } from './audit-grade.rules';

const row = (key: string, more: Partial<Answered> = {}): Answered => ({
  key, weight: 1, limiting: false, grade: Grade.GOOD, choice: null, rag: null, scale: null, comment: null, priorityCode: null, capsAt: null, mandatory: true, evidenceRequired: false, answered: true, askedWhen: null, ...more,
});
const open = { answered: false, grade: null };
const onNo = { askedWhen: { key: 'seen', answers: ['NO'] } };
const code = (rows: Answered[]) => submissionFault(askedOf(rows))?.problem ?? null;

describe('what an audit needs before it is submitted', () => {
  it('is an answer to each question that must be answered, of those that are asked', () => {
    expect(code([row('a'), row('b', open)])).toMatchObject({ code: 'AuditAnswersMissing', message: 'Answer the question b first.' });
    expect(code([row('a'), row('b', { ...open, mandatory: false })])).toBeNull();
    expect(code([row('seen', { grade: null, choice: 'YES' }), row('why', { ...open, ...onNo })])).toBeNull();
    expect(code([row('seen', { grade: null, choice: 'NO' }), row('why', { ...open, ...onNo })])).toMatchObject({ code: 'AuditAnswersMissing' });
  });

  it('is where it can be seen, for an answer that must say so, unless it does not apply', () => {
    expect(code([row('a', { evidenceRequired: true })])).toMatchObject({ code: 'AuditEvidenceMissing' });
    expect(code([row('a', { evidenceRequired: true, comment: 'Plan of 3 March' })])).toBeNull();
    expect(code([row('a', { evidenceRequired: true, grade: null, choice: 'NOT_APPLICABLE' })])).toBeNull();
  });

  it('leaves an answer to a question that is no longer asked out of the grade, limiting or not', () => {
    const rows = (choice: string) => [row('all', { weight: 3, grade: Grade.OUTSTANDING }), row('seen', { grade: null, choice }), row('why', { grade: Grade.INADEQUATE, limiting: true, ...onNo })];
    expect(computedGrade(askedOf(rows('YES')))).toEqual({ grade: Grade.OUTSTANDING, limitedBy: [] });
    // Asked: (3 * 0 + 1 * 3) / 4 = 0.75, nearest 1, then capped at inadequate.
    expect(computedGrade(askedOf(rows('NO')))).toEqual({ grade: Grade.INADEQUATE, limitedBy: ['why'] });
  });
});
