/** Licences under which a package may be part of what is shipped. All of them ask for no more than to be named. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Old spellings of what SPDX calls otherwise. */
const SPELLINGS: Record<string, string> = { 'MIT/X11': 'MIT' };

/**
 * Whether a licence expression can be met by licences that are allowed: one side of an OR, both sides of an AND.
 * Brackets inside brackets are not read and so are refused.
 */
export function isAllowed(licence: string): boolean {
  const plain = licence.trim().replace(/^\(([^()]*)\)$/, '$1');
  return plain.split(/ OR /).some((choice) => choice.split(/ AND /).every((name) => ALLOWED.has(SPELLINGS[name.trim()] ?? name.trim())));
}
