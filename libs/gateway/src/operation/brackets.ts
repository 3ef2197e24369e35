import { LIMITS } from './limits';

const OPENING = new Set(['{', '[', '('].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set(['}', ']', ')'].map((sign) => sign.charCodeAt(0)));

/** Whether a text's brackets lie too deep within each other to be parsed: a parser would run out of stack. Brackets in strings count too. */
export function tooDeepToParse(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (OPENING.has(sign)) depth += 1;
    else if (CLOSING.has(sign) && depth > 0) depth -= 1;
    if (depth > LIMITS.brackets) return true;
  }
  return false;
}
