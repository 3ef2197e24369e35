import { Grade } from '@qaf/graph';
import { weightedCategory } from '@qaf/statistics';

const BEST_FIRST = [Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE];

/** A graded answer with the practice priority that its question serves; null where it serves all. */
export interface Serving {
  key: string;
  weight: number;
  grade: Grade | null;
  priorityCode: string | null;
}

/**
 * One grade for each practice priority that graded answers serve: their mean by weight, half way going to the better.
 * Nothing caps it: a limit says something of the whole audit. A priority without a graded answer has none.
 */
export function priorityGrades(answers: readonly Serving[]): Record<string, Grade> {
  const served = Map.groupBy(answers.filter(({ grade, priorityCode }) => grade !== null && priorityCode !== null), ({ priorityCode }) => String(priorityCode));
  const grades = [...served].flatMap(([code, serving]) => {
    const { category } = weightedCategory(BEST_FIRST, serving.map(({ key, weight, grade }) => ({ key, weight, category: grade })));
    return category === null ? [] : [[code, category] as const];
  });
  return Object.fromEntries(grades);
}
