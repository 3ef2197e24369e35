import { cleanText } from './cells';

/** A worker's or team's name made comparable: plain single spaces, straight apostrophes, lower case. Never for display. */
export function normaliseName(name: string): string {
  return cleanText(name)
    .replace(/[\u2018\u2019\u02BC`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLocaleLowerCase('en-GB');
}
