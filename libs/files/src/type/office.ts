import { FileRefused } from '../file-refused';
import type { FileType } from './file-types';
import { unpack, zipEntries, type ZipEntry } from './zip';

const MAIN = [
  ['XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['DOCX', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
] as const;

const PROGRAM_PARTS = /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)(activex|macrosheets|dialogsheets)\//i;
const EMBEDDED = /(^|\/)embeddings\//i;
// Charts carry the workbook behind them.
const EMBEDDED_DOCUMENT = /\.(xlsx|docx|pptx)$/i;
const PROGRAM_TYPES = /macroEnabled|vbaProject|activeX|intlmacrosheet/i;
/** A template or object fetched from the web when the document opens. One on the authority's own drive is how most documents are made. */
const FETCHED = /<Relationship\b(?=[^>]*\/(?:attachedTemplate|oleObject|frame)["'])(?=[^>]*Target\s*=\s*["']\s*(?:https?|ftp):)[^>]*>/i;
const MOST_XML = 1024 * 1024;

const CONTENTS = '[Content_Types].xml';

/** Which office document a zip is. Throws FileRefused on any other zip, and on one with a password, programs or a lie in it. */
export async function officeType(file: Buffer): Promise<FileType> {
  const entries = zipEntries(file);
  if (entries.some(({ name }) => PROGRAM_PARTS.test(name) || (EMBEDDED.test(name) && !EMBEDDED_DOCUMENT.test(name)))) throw new FileRefused('MACROS');
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const text = await checkedText(file, entry);
    if (text !== null) texts.set(entry.name, text);
  }
  return typeIn(texts);
}

/** Unpacks an entry to see that it is sound; keeps the text of the few that say what the document is made of. */
async function checkedText(file: Buffer, entry: ZipEntry): Promise<string | null> {
  const wanted = entry.name === CONTENTS || entry.name.toLowerCase().endsWith('.rels');
  if (wanted && entry.unpacked > MOST_XML) throw new FileRefused('UNPACKS_TOO_LARGE');
  const kept: Buffer[] = [];
  await unpack(file, entry, (piece) => void (wanted && kept.push(piece)));
  return wanted ? Buffer.concat(kept).toString('utf8') : null;
}

function typeIn(texts: Map<string, string>): FileType {
  const contents = texts.get(CONTENTS) ?? '';
  // A character written as a number would hide a word from the search below.
  if (PROGRAM_TYPES.test(contents) || contents.includes('&#')) throw new FileRefused('MACROS');
  for (const text of texts.values()) if (FETCHED.test(text)) throw new FileRefused('MACROS');
  const found = MAIN.filter(([, type]) => contents.includes(`"${type}"`));
  const [only, other] = found;
  if (!only) throw new FileRefused('TYPE_NOT_ALLOWED');
  if (other) throw new FileRefused('MIXED');
  return only[0];
}
