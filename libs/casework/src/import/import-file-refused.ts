export type FileRefusalCode =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'ENCRYPTED'
  | 'OLD_WORKBOOK'
  | 'NOT_A_WORKBOOK'
  | 'DAMAGED'
  | 'NO_LISTS';

const reasons: Record<FileRefusalCode, string> = {
  EMPTY: 'The file is empty.',
  TOO_LARGE: 'The file, or what it unpacks to, is larger than an import may be.',
  ENCRYPTED: 'The workbook is protected by a password. Save it without one.',
  OLD_WORKBOOK: 'The workbook is in an old format. Save it as .xlsx.',
  NOT_A_WORKBOOK: 'The file is not an .xlsx workbook.',
  DAMAGED: 'The file is damaged or incomplete.',
  NO_LISTS: 'The file has none of the lists this format is made of.',
};

/** A whole file that cannot be read. Carries a code and our own words, nothing of the file but its name. */
export class ImportFileRefused extends Error {
  constructor(
    readonly code: FileRefusalCode,
    readonly fileName: string | null = null,
  ) {
    super(reasons[code]);
    this.name = 'ImportFileRefused';
  }
}
