import { countValue, type ReleasedTable, type SuppressedShare } from '@qaf/release';
import { rate, type TableLine, totalOf } from '@qaf/statistics';
import type { ResponseRateLine } from './response-rate.type';

/** The lines of a released table as the graph tells them. */
export function rateLines({ lines }: Pick<ReleasedTable, 'lines'>): ResponseRateLine[] {
  return lines.map((line) => ({
    member: Object.values(line.at)[0] ?? null,
    n: countValue(totalOf(line)),
    answered: shareIn(line, 'ANSWERED', ['ANSWERED', 'NO_ANSWER']),
    declined: shareIn(line, 'DECLINED', ['ANSWERED', 'NO_ANSWER', 'DECLINED']),
    notOffered: shareIn(line, 'NOT_OFFERED', ['ANSWERED', 'NO_ANSWER', 'DECLINED', 'NOT_OFFERED']),
  }));
}

/** Made of released counts alone: hidden where one of them is. */
function shareIn({ counts }: TableLine, part: string, whole: readonly string[]): SuppressedShare {
  const shown = whole.map((category) => counts.get(category) ?? null);
  const denominator = shown.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  const numerator = counts.get(part) ?? null;
  const found = numerator === null || denominator === null ? null : rate(numerator, denominator);
  return {
    share: found?.share ?? null,
    numerator: countValue(numerator),
    denominator: countValue(denominator),
    lower: found?.interval?.lower ?? null,
    upper: found?.interval?.upper ?? null,
    hidden: found === null,
  };
}
