import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ReturnFileRefused } from './return-file-refused';

/** Bytes: some fifty thousand workers. */
const LARGEST = 40_000_000;
const DEEPEST = 12;

/** An element: text, or elements by name; one that comes several times is a list. */
export type Node = string | { [name: string]: Node | Node[] };

const PARSER = new XMLParser({ ignoreAttributes: true, processEntities: false, parseTagValue: false, trimValues: true, ignoreDeclaration: true, ignorePiTags: true, isArray: (name) => name === 'CSWWWorker' });

/**
 * The file's elements. Nothing that it declares is followed: a document type, and with it every entity of its own, inner or outer,
 * is refused before anything is read. Throws ReturnFileRefused.
 */
export function readXml(bytes: Buffer): Node {
  if (bytes.length === 0) throw new ReturnFileRefused('EMPTY');
  if (bytes.length > LARGEST) throw new ReturnFileRefused('TOO_LARGE');
  const text = textOf(bytes);
  if (/<!(?!--|\[CDATA\[)/.test(text)) throw new ReturnFileRefused('DECLARES_ENTITIES');
  refuseDepth(text);
  return parsed(text);
}

/** What the validator lets through can still be too odd for the parser. */
function parsed(text: string): Node {
  try {
    if (XMLValidator.validate(text) === true) return PARSER.parse(text) as Node;
  } catch {
    // Answered below as any other text that is no XML.
  }
  throw new ReturnFileRefused('NOT_XML');
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReturnFileRefused('NOT_TEXT');
  }
}

/** Counted by the tags alone, so that no parser has to follow them. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[A-Za-z/][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) throw new ReturnFileRefused('TOO_DEEP');
  }
}

/** What stands at a path of elements as text; null where nothing does. */
export function textAt(node: Node | undefined, ...path: string[]): string | null {
  const [name, ...rest] = path;
  if (node === undefined || Array.isArray(node)) return null;
  if (name === undefined) return typeof node === 'string' && node !== '' ? unescaped(node) : null;
  if (typeof node === 'string') return null;
  const inner = Object.hasOwn(node, name) ? node[name] : undefined;
  return textAt(Array.isArray(inner) ? inner[0] : inner, ...rest);
}

const NAMED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The five that XML itself has; no file can name others. */
function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (found) => NAMED[found] ?? found);
}
