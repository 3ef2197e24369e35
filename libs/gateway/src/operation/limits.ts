/** How much one document may ask. The figures and their reasons are in docs/adr/0009-guard.md. */
export const LIMITS = {
  /** Words and signs of the document's text. */
  tokens: 15_000,
  /** Brackets within brackets, before anything is parsed. */
  brackets: 200,
  /** Fields once fragments are written out. */
  fields: 2_000,
  /** Fields within fields. */
  depth: 25,
  /** Selections within selections, fragments among them. */
  nesting: 100,
  /** Renamed fields once fragments are written out. */
  aliases: 100,
  /** Directives once fragments are written out. */
  directives: 100,
  /** Fields of the root, `__typename` among them. */
  roots: 25,
  /** Rows of one page. */
  page: 100,
  /** Values that the answer could hold. */
  cost: 100_000,
} as const;
