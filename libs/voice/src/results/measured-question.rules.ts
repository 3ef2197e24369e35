import { createHash } from 'node:crypto';
import type { PublishedStatistic } from '@qaf/release';
import { EVERYONE } from '@qaf/identity';
import { type Category, wordingGroups } from '@qaf/statistics';
import { AGE_BANDS, MODES } from '../answer/offered';

/** A question as one published version of a questionnaire asks it. */
export interface AskedInVersion {
  questionnaireCode: string;
  questionnaireTitle: string;
  versionId: string;
  versionNumber: number;
  key: string;
  kind: string;
  /** Values in order. */
  options: readonly string[];
  /** Values that show that somebody may need help. */
  helpValues: readonly string[];
  /** In the standard English words, which tell whether two versions ask the same. */
  text: string;
  labels: Readonly<Record<string, string>>;
}

/** One question through the versions that ask the same: what is counted as one measure. */
export interface MeasuredQuestion {
  statistic: PublishedStatistic;
  questionKey: string;
  versionIds: string[];
  /** Versions in words, as provenance names them, by version id. */
  versions: ReadonlyMap<string, string>;
}

/** Beside an answer stands this where too few shared what it was. */
export const NOT_TOLD = 'NOT_TOLD';
export const OTHER_LANGUAGE = 'OTHER';
/** Languages of their own in the results; what else is offered counts as other. */
export const LANGUAGES = ['en', 'pl', OTHER_LANGUAGE];

/** The members of each dimension: every one is in every release, so that its zeros are there too. */
export const MEMBERS = {
  age: [...AGE_BANDS, NOT_TOLD].map((band) => [band]),
  language: [...LANGUAGES, NOT_TOLD].map((language) => [language]),
  mode: [...MODES, NOT_TOLD].map((mode) => [mode]),
};

/** How `by` of the graph names a dimension, and its one level. */
export const CUTS: Readonly<Record<string, { dimension: keyof typeof MEMBERS; level: string }>> = {
  AGE_BAND: { dimension: 'age', level: 'band' },
  LANGUAGE: { dimension: 'language', level: 'language' },
  MODE: { dimension: 'mode', level: 'mode' },
};

/** The questions with options of every version, put together where versions ask the same in the same words. */
export function measuredQuestions(asked: readonly AskedInVersion[]): MeasuredQuestion[] {
  const codes = [...new Set(asked.map(({ questionnaireCode }) => questionnaireCode))];
  return codes.flatMap((code) => {
    const ofCode = asked.filter((one) => one.questionnaireCode === code && one.kind !== 'TEXT');
    const worded = ofCode.map(({ key, versionNumber, text, kind, options }) => ({ key, version: versionNumber, text, kind, choices: options }));
    return wordingGroups(worded).map((group) => measured(ofCode.filter((one) => one.key === group.key && group.versions.includes(one.versionNumber))));
  });
}

function measured(versions: readonly AskedInVersion[]): MeasuredQuestion {
  const [first] = versions;
  if (!first) throw new RangeError('A question is asked by a version at least.');
  return {
    statistic: statisticOf(first),
    questionKey: first.key,
    versionIds: versions.map(({ versionId }) => versionId),
    versions: new Map(versions.map(({ versionId, versionNumber }) => [versionId, `${first.questionnaireTitle}, version ${versionNumber}`])),
  };
}

const LONGEST_CODE = 60;

/** `questionnaire/question/first version that asks it so`; a long one is cut and told apart by a digest. */
export function statisticCode({ questionnaireCode, key, versionNumber }: Pick<AskedInVersion, 'questionnaireCode' | 'key' | 'versionNumber'>): string {
  const code = `${questionnaireCode}/${key}/${versionNumber}`;
  if (code.length <= LONGEST_CODE) return code;
  return `${questionnaireCode}/${createHash('sha256').update(code).digest('hex').slice(0, 12)}/${versionNumber}`;
}

function statisticOf(asked: AskedInVersion): PublishedStatistic {
  const categories = categoriesOf(asked);
  const hasShare = categories.some(({ part }) => part);
  const cut = ({ dimension, level }: { dimension: string; level: string }) => ({ code: `by-${dimension}`, by: { [dimension]: level }, shareOnly: hasShare });
  return {
    code: statisticCode(asked),
    version: 1,
    title: asked.text,
    definition: `Anonymous answers to “${asked.text}”, by the quarter in which their batch came out. ${hasShare ? `The share is of ${favourableWords(asked)}. ` : ''}What fewer people shared than make a class is not told.`,
    measure: { counts: 'answers', categories },
    dimensions: Object.values(CUTS).map(({ dimension, level }) => ({ code: dimension, title: dimension, levels: [level] })),
    tables: [{ code: 'whole', by: {} }, ...Object.values(CUTS).map(cut)],
    periods: ['QUARTER', 'BUSINESS_YEAR'],
    rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2010-04-01', source: 'Default of the platform for small numbers' },
    minimumStep: 10,
    // That all of a group answered alike would tell what each of them answered.
    allAlike: 'HIDDEN',
    insiders: [],
    readers: EVERYONE,
    from: '2010-04-01',
    settleDays: 0,
  };
}

/** On a scale the two best steps of five; yes, unless yes is what asks for help; nothing where one can only choose. */
function categoriesOf({ kind, options, labels, helpValues }: AskedInVersion): Category[] {
  return options.map((code) => {
    const title = labels[code] ?? code;
    if (kind === 'SCALE' || kind === 'FACES') return { code, title, part: Number(code) >= 4, score: Number(code) };
    if (kind === 'YES_NO') return { code, title, part: code === (helpValues.includes('YES') ? 'NO' : 'YES') };
    return { code, title };
  });
}

function favourableWords({ kind, helpValues }: AskedInVersion): string {
  if (kind === 'YES_NO') return helpValues.includes('YES') ? 'those who answered no' : 'those who answered yes';
  return 'those who answered with 4 or 5';
}
