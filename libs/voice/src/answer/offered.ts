/** How a questionnaire was given. `LINK`: sent; `PAPER`: the link is printed; `INTERVIEW`: somebody sits with the person. */
export const MODES = ['LINK', 'PAPER', 'INTERVIEW'] as const;
/** Ages in bands wide enough to hide in. */
export const AGE_BANDS = ['UNDER_8', '8_TO_11', '12_TO_15', '16_AND_OVER'] as const;

export type Mode = (typeof MODES)[number];
export type AgeBand = (typeof AGE_BANDS)[number];

/** What a link says of whom it was given to, coarse enough that many share it; null where it says nothing. */
export interface Offered {
  mode: Mode | null;
  ageBand: AgeBand | null;
  /** Two or three small letters. */
  language: string | null;
}

export const NOTHING_OFFERED: Offered = { mode: null, ageBand: null, language: null };
/** A byte for the mode, one for the age band, three for the language. */
export const OFFERED_BYTES = 5;
const LANGUAGE = /^[a-z]{2,3}$/;

export function isMode(text: string): text is Mode {
  return (MODES as readonly string[]).includes(text);
}

export function isAgeBand(text: string): text is AgeBand {
  return (AGE_BANDS as readonly string[]).includes(text);
}

/** Five bytes for a link. Throws a RangeError for a language that is not a code. */
export function offeredBytes({ mode, ageBand, language }: Offered): Buffer {
  if (language !== null && !LANGUAGE.test(language)) throw new RangeError('A language is a code of two or three letters.');
  return Buffer.concat([Buffer.from([placeIn(MODES, mode), placeIn(AGE_BANDS, ageBand)]), Buffer.from((language ?? '').padEnd(3, '\0'), 'latin1')]);
}

/** What five bytes of a link say; a value of a later version reads as nothing. */
export function offeredFrom(bytes: Buffer): Offered {
  const language = bytes.subarray(2).toString('latin1').replaceAll('\0', '');
  return { mode: MODES[(bytes[0] ?? 0) - 1] ?? null, ageBand: AGE_BANDS[(bytes[1] ?? 0) - 1] ?? null, language: LANGUAGE.test(language) ? language : null };
}

function placeIn<T>(list: readonly T[], value: T | null): number {
  return value === null ? 0 : list.indexOf(value) + 1;
}
