/** A language and a variant, such as `en STANDARD`. */
export type Wording = `${'en' | 'pl'} ${'STANDARD' | 'EASY_READ' | 'YOUNG_CHILD'}`;

export type ByWording<T> = Partial<Record<Wording, T>>;

export interface Around {
  title: string;
  introduction: string;
  help: string;
}

export interface QuestionContent {
  key: string;
  kind: 'FACES' | 'SCALE' | 'CHOICE' | 'TEXT' | 'YES_NO';
  priorityCode: string | null;
  mandatory: boolean;
  options: string[];
  helpValues: string[];
  text: ByWording<string>;
  labels: ByWording<Record<string, string>>;
}

export interface QuestionnaireContent {
  code: string;
  title: string;
  audience: 'CHILD' | 'PARENT';
  around: ByWording<Around>;
  questions: QuestionContent[];
}

const SCALE_VALUES = ['1', '2', '3', '4', '5'];
const FACES_EN = { '1': 'Sad face: no', '3': 'Middle face: a bit', '5': 'Happy face: yes' };
const FACES_PL = { '1': 'Smutna buzia: nie', '3': 'Zwykła buzia: trochę', '5': 'Wesoła buzia: tak' };

const SCALE_LABELS: ByWording<Record<string, string>> = {
  'en STANDARD': { '1': 'Not at all', '2': 'Not much', '3': 'Partly', '4': 'Mostly', '5': 'Completely' },
  'en EASY_READ': { '1': 'No', '3': 'A bit', '5': 'Yes' },
  'en YOUNG_CHILD': FACES_EN,
  'pl STANDARD': { '1': 'Wcale nie', '2': 'Raczej nie', '3': 'Częściowo', '4': 'W większości', '5': 'Całkowicie' },
  'pl EASY_READ': { '1': 'Nie', '3': 'Trochę', '5': 'Tak' },
  'pl YOUNG_CHILD': FACES_PL,
};

const YES_NO_EN = { NO: 'No', NOT_SURE: 'I am not sure', YES: 'Yes' };
const YES_NO_PL = { NO: 'Nie', NOT_SURE: 'Nie wiem', YES: 'Tak' };
const YES_NO_LABELS: ByWording<Record<string, string>> = {
  'en STANDARD': YES_NO_EN,
  'en EASY_READ': YES_NO_EN,
  'en YOUNG_CHILD': { NO: FACES_EN['1'], NOT_SURE: 'Middle face: I do not know', YES: FACES_EN['5'] },
  'pl STANDARD': YES_NO_PL,
  'pl EASY_READ': YES_NO_PL,
  'pl YOUNG_CHILD': { NO: FACES_PL['1'], NOT_SURE: 'Zwykła buzia: nie wiem', YES: FACES_PL['5'] },
};

interface Asked {
  key: string;
  priority?: string;
  mandatory?: true;
  help?: string[];
  text: ByWording<string>;
}

/** How far somebody agrees, in five steps; three where it is easy read or by faces. */
export function scale(asked: Asked): QuestionContent {
  return question('SCALE', asked, SCALE_VALUES, SCALE_LABELS);
}

export function yesNo(asked: Asked): QuestionContent {
  return question('YES_NO', asked, ['NO', 'NOT_SURE', 'YES'], YES_NO_LABELS);
}

export function ownWords(asked: Asked): QuestionContent {
  return question('TEXT', asked, [], {});
}

export function choice(asked: Asked & { labels: ByWording<Record<string, string>> }, options: string[]): QuestionContent {
  return question('CHOICE', asked, options, asked.labels);
}

function question(kind: QuestionContent['kind'], { key, priority, mandatory, help, text }: Asked, options: string[], labels: QuestionContent['labels']): QuestionContent {
  return { key, kind, priorityCode: priority ?? null, mandatory: mandatory ?? false, options, helpValues: help ?? [], text, labels };
}
