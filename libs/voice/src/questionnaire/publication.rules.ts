/** A draft question as publication looks at it. `wordings` has the labels of each wording by language and variant. */
export interface DraftQuestion {
  key: string;
  options: string[];
  helpValues: string[];
  wordings: { language: string; variant: string; options: Record<string, string> }[];
}

export interface DraftVersion {
  /** The wordings of what stands around the questions. */
  wordings: { language: string; variant: string }[];
  questions: DraftQuestion[];
}

/** Why a draft cannot be published yet; null when it can. Staff read English, so its standard wording is complete. */
export function publicationFault(draft: DraftVersion): string | null {
  if (draft.questions.length === 0) return 'The questionnaire has no question.';
  if (!draft.wordings.some(isStandardEnglish)) return 'The questionnaire has no standard English introduction.';
  for (const question of draft.questions) {
    const fault = questionFault(question, draft.wordings);
    if (fault) return `Question ${question.key}: ${fault}`;
  }
  return null;
}

function questionFault(question: DraftQuestion, around: DraftVersion['wordings']): string | null {
  const standard = question.wordings.find(isStandardEnglish);
  if (!standard) return 'it has no standard English wording.';
  if (question.options.some((value) => standard.options[value] === undefined)) return 'an option has no standard English wording.';
  if (question.helpValues.some((value) => !question.options.includes(value))) return 'help is tied to a value that is no option.';
  for (const { language, variant, options } of question.wordings) {
    if (Object.keys(options).some((value) => !question.options.includes(value))) return `${language} ${variant} words a value that is no option.`;
    if (question.options.length > 0 && Object.keys(options).length < 2) return `${language} ${variant} offers fewer than two options.`;
    if (!around.some((one) => one.language === language && one.variant === variant)) return `${language} ${variant} has no introduction.`;
  }
  return null;
}

function isStandardEnglish(wording: { language: string; variant: string }): boolean {
  return wording.language === 'en' && wording.variant === 'STANDARD';
}
