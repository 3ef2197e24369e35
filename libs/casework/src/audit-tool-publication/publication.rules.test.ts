import { designFault, type DesignedQuestion, type DesignedVersion } from './publication.rules';

const question = (key: string, more: Partial<DesignedQuestion> = {}): DesignedQuestion => ({ key, kind: 'YES_NO_NA', askedWhen: null, meansTheSameAs: null, ...more });
const fault = (more: Partial<DesignedVersion>): string | null =>
  designFault({ number: 2, sections: [{ title: 'One', questions: 1 }], questions: [question('seen')], checklistItems: 1, earlier: new Map([['seen', [1]]]), ...more });

describe('what a version needs before anybody audits with it', () => {
  it('is sections with questions, and a checklist', () => {
    expect(fault({})).toBeNull();
    expect(fault({ sections: [] })).toContain('no section');
    expect(fault({ sections: [{ title: 'One', questions: 1 }, { title: 'Two', questions: 0 }] })).toContain('Two');
    expect(fault({ checklistItems: 0 })).toContain('checklist');
  });

  it('is conditions on an earlier question that can be answered so', () => {
    const on = (key: string, answers: string[], more: Partial<DesignedQuestion> = {}) => fault({ questions: [question('seen', more), question('why', { askedWhen: { key, answers } })] });
    expect(on('seen', ['NO'])).toBeNull();
    expect(on('seen', ['NO', 'GOOD'])).toContain('cannot be given');
    expect(on('seen', [])).toContain('cannot be given');
    expect(on('later', ['NO'])).toContain('does not come before');
    expect(on('why', ['NO'])).toContain('does not come before');
    expect(on('seen', ['4', '10'], { kind: 'SCALE' })).toBeNull();
    expect(on('seen', ['11'], { kind: 'SCALE' })).toContain('cannot be given');
    expect(on('seen', ['anything'], { kind: 'TEXT' })).toContain('cannot be given');
    expect(on('seen', ['NOT_APPLICABLE'], { kind: 'GRADE' })).toBeNull();
  });

  it('is a wording that means the same as one there was', () => {
    expect(fault({ questions: [question('seen', { meansTheSameAs: 1 })] })).toBeNull();
    expect(fault({ questions: [question('seen', { meansTheSameAs: 2 })] })).toContain('does not ask it');
    expect(fault({ questions: [question('new', { meansTheSameAs: 1 })] })).toContain('does not ask it');
  });
});
