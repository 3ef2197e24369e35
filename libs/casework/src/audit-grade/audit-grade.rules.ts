import { Grade } from '@qaf/graph';

/** Best first: a grade's place is how far it is from the best. */
const GRADES = [Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE];

/** One answered question as the computed grade reads it. A graded question that did not apply has neither grade nor place in the mean. */
export interface Graded {
  key: string;
  weight: number;
  limiting: boolean;
  grade: Grade | null;
  choice: string | null;
  /** Where a no to a limiting question caps; null: at requires improvement. */
  capsAt: Grade | null;
}

export interface ComputedGrade {
  /** Null when no graded question with a weight applied. */
  grade: Grade | null;
  /** The limiting questions that hold it below what the mean alone would give. */
  limitedBy: string[];
}

/**
 * The grade that follows from the answers: the mean of the graded answers by weight, to the nearest grade (half way goes
 * to the better), then no better than any limiting answer. A limiting grade caps at itself; a limiting no caps where the
 * question says, or at requires improvement. Answers to questions that are not asked are left out before.
 */
export function computedGrade(answers: readonly Graded[]): ComputedGrade {
  const counted = answers.filter((answer) => answer.grade !== null && answer.weight > 0);
  const weight = counted.reduce((sum, answer) => sum + answer.weight, 0);
  if (weight === 0) return { grade: null, limitedBy: [] };
  const sum = counted.reduce((total, answer) => total + answer.weight * placeOf(answer.grade as Grade), 0);
  // The nearest place, half way down: whole numbers only, so that no rounding error decides a grade.
  const mean = Math.ceil((2 * sum - weight) / (2 * weight));
  const caps = answers.flatMap((answer) => capOf(answer));
  const place = Math.max(mean, ...caps.map((cap) => cap.place));
  const limitedBy = caps.filter((cap) => cap.place === place && place > mean).map((cap) => cap.key);
  return { grade: GRADES[place] ?? null, limitedBy };
}

function placeOf(grade: Grade): number {
  return GRADES.indexOf(grade);
}

function capOf({ key, limiting, grade, choice, capsAt }: Graded): { key: string; place: number }[] {
  if (!limiting) return [];
  if (grade !== null) return [{ key, place: placeOf(grade) }];
  return choice === 'NO' ? [{ key, place: placeOf(capsAt ?? Grade.REQUIRES_IMPROVEMENT) }] : [];
}
