export type ReturnRefusalCode = 'EMPTY' | 'TOO_LARGE' | 'NOT_TEXT' | 'DECLARES_ENTITIES' | 'NOT_XML' | 'TOO_DEEP' | 'NOT_THE_RETURN' | 'NO_YEAR';

const REASONS: Record<ReturnRefusalCode, string> = {
  EMPTY: 'The file is empty.',
  TOO_LARGE: 'The file is larger than a return may be.',
  NOT_TEXT: 'The file is not text in UTF-8.',
  DECLARES_ENTITIES: 'The file declares a document type or entities of its own; a return has neither.',
  NOT_XML: 'The file is no well-formed XML.',
  TOO_DEEP: 'The file nests its elements deeper than a return does.',
  NOT_THE_RETURN: 'The file is not the children’s social work workforce return.',
  NO_YEAR: 'The file does not say of which authority, year and day it is.',
};

/** A whole file that cannot be read. Carries a code and our own words, nothing of the file. */
export class ReturnFileRefused extends Error {
  constructor(readonly code: ReturnRefusalCode) {
    super(REASONS[code]);
    this.name = 'ReturnFileRefused';
  }
}
