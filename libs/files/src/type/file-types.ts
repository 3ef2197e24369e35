/** The kinds of file that are taken in: what they are served as, and how their names end. */
export const FILE_TYPES = {
  PDF: { contentType: 'application/pdf', extension: 'pdf' },
  PNG: { contentType: 'image/png', extension: 'png' },
  JPEG: { contentType: 'image/jpeg', extension: 'jpg' },
  XLSX: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  DOCX: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  CSV: { contentType: 'text/csv', extension: 'csv' },
  TEXT: { contentType: 'text/plain', extension: 'txt' },
} as const;

export type FileType = keyof typeof FILE_TYPES;

export const CONTENT_TYPES: readonly string[] = Object.values(FILE_TYPES).map(({ contentType }) => contentType);

/** The largest file, in bytes: 25 MB. */
export const MOST_BYTES = 25 * 1024 * 1024;
