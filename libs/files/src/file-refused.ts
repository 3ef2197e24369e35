/** Why a file was not taken in. Programs branch on the reason; people read the sentence. Neither repeats anything of the file. */
export const REFUSALS = {
  EMPTY: 'The file is empty.',
  TOO_LARGE: 'The file is larger than 25 MB.',
  TYPE_NOT_ALLOWED: 'The content is none of the kinds taken here: PDF, PNG, JPEG, XLSX, DOCX, CSV or plain text in UTF-8.',
  DAMAGED: 'The file is damaged or cut short.',
  ENCRYPTED: 'The file is locked with a password. Save it without one.',
  MACROS: 'The file holds macros or other programs. Save it as a plain workbook or document.',
  UNPACKS_TOO_LARGE: 'The file unpacks to more than a document can hold.',
  MIXED: 'The file holds something else beside what it is. Save it anew from the program that made it.',
  INFECTED: 'The scanner found something harmful in the file.',
  TOO_MANY_WAITING: 'Many of your files wait to be attached. Attach some, or come back in a day.',
} as const;

export type FileRefusal = keyof typeof REFUSALS;

/** A file that is not taken in. The caller can do something about it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly reason: FileRefusal) {
    super(REFUSALS[reason]);
  }
}

export function isFileRefusal(value: unknown): value is FileRefusal {
  return typeof value === 'string' && Object.hasOwn(REFUSALS, value);
}

/** Files cannot be kept or given out at the moment: the database or the scanner does not answer. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable';
}

/** The viewer's roles do not let them do this with files. */
export class FilesForbidden extends Error {
  override readonly name = 'FilesForbidden';
}
