import { askedKeys, type AnswerValue, type Conditional } from '../audit-tool/asked.rules';

/** The keys of the questions that are asked and must be answered, and are not. `questions` in the order of the tool. */
export function unansweredKeys(questions: readonly (Conditional & { mandatory: boolean })[], answers: readonly (AnswerValue & { questionKey: string | null })[]): string[] {
  const given = new Map(answers.map((answer) => [answer.questionKey ?? '', answer]));
  const asked = askedKeys(questions, given);
  return questions.filter(({ key, mandatory }) => mandatory && asked.has(key) && !given.has(key)).map(({ key }) => key);
}
