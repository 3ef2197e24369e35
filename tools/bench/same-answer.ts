import { isDeepStrictEqual } from 'node:util';

/** Throws, showing where, unless two answers are the same; a list in another order is another answer. */
export function mustBeSame(who: string, operation: string, expected: unknown, got: unknown): void {
  const plainExpected: unknown = JSON.parse(JSON.stringify(expected));
  if (isDeepStrictEqual(plainExpected, got)) return;
  throw new Error(`${who} answers ${operation} otherwise, at ${difference(plainExpected, got, [])}`);
}

/** An answer that says nothing makes nothing comparable. */
export function mustSaySomething(operation: string, answer: unknown): void {
  const said = JSON.stringify(answer);
  if (said.length < 60 || /^\{"\w+":null\}$/.test(said)) throw new Error(`The answer to ${operation} holds nothing: ${said}`);
}

function difference(expected: unknown, got: unknown, path: string[]): string {
  if (isObject(expected) && isObject(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      if (!isDeepStrictEqual(expected[key], got[key])) return difference(expected[key], got[key], [...path, key]);
    }
  }
  return `${path.join('.') || 'the top'}: ${shortened(expected)} against ${shortened(got)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shortened(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 200);
}
