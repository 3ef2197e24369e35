import { FILE_TYPES, type FileType } from './file-types';

const LONGEST = 120;
// Separators, what shells and browsers read as commands, and marks that turn text around or cannot be seen.
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|%;\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name that is safe to show and to save under: the sender's words, with the ending of what the file really is. */
export function safeName(given: string | null, type: FileType): string {
  const { extension } = FILE_TYPES[type];
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = last.toWellFormed().normalize('NFC').replace(UNFIT, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const accepted = type === 'JPEG' ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, 'i');
  const stem = [...clean.replace(accepted, '')].slice(0, LONGEST).join('');
  return `${stem || 'file'}.${extension}`;
}

/** The header that makes a browser save a file under its name and never show it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
