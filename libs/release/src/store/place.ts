/** A place in a table as one text: its members by dimension, in one order. */
export function placeText(at: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(at).sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** The members of a place, by dimension. */
export function placeOf(text: string): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}
