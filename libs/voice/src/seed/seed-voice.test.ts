import { publicationFault } from '../questionnaire/publication.rules';
import type { QuestionnaireContent } from './questionnaire.content';
import { FIRST_QUESTIONNAIRES } from './seed-voice';

function draftOf({ around, questions }: QuestionnaireContent) {
  const split = (wording: string) => ({ language: wording.slice(0, 2), variant: wording.slice(3) });
  return {
    wordings: Object.keys(around).map(split),
    questions: questions.map(({ key, options, helpValues, text, labels }) => ({
      key, options, helpValues, wordings: Object.keys(text).map((wording) => ({ ...split(wording), options: labels[wording as keyof typeof labels] ?? {} })),
    })),
  };
}

describe.each(FIRST_QUESTIONNAIRES.map((content) => [content.code, content] as const))('%s', (_code, content) => {
  test('could be published as it stands', () => {
    expect(publicationFault(draftOf(content))).toBeNull();
  });

  test('asks about all five practice priorities', () => {
    const served = new Set(content.questions.flatMap((question) => question.priorityCode ?? []));
    expect([...served].sort()).toEqual(['assessments', 'management-oversight', 'meetings-and-reviews', 'plans-and-planning', 'visits']);
  });

  test('says in every wording who can help, and that nobody will come because of the form', () => {
    for (const around of Object.values(content.around)) expect(around.help).toMatch(/0800 1111|0808 800 5000/);
  });

  test('asks every question in both languages', () => {
    for (const { text } of content.questions) expect(Object.keys(text)).toEqual(expect.arrayContaining(['en STANDARD', 'pl STANDARD']));
  });
});

test('the youngest are asked few questions, by faces or in own words', () => {
  const [child] = FIRST_QUESTIONNAIRES;
  const asked = child?.questions.filter(({ text }) => text['en YOUNG_CHILD']) ?? [];
  expect(asked.map((question) => question.key)).toEqual(['visited-enough', 'seen-alone', 'listened-to', 'better-now', 'feel-safe', 'what-helped']);
  for (const { kind, labels } of asked) expect(kind === 'TEXT' || Object.values(labels['en YOUNG_CHILD'] ?? {}).every((label) => label.includes('face'))).toBe(true);
});
