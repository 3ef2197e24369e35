import { isRealDate } from '@qaf/calendar';
import { ReturnFileRefused } from './return-file-refused';
import { ITEMS, itemsAsked, type ReturnValues } from './return-items';
import { type Node, readXml, textAt } from './return-xml';

/** One worker of the return, complete or not. */
export interface ReturnWorker {
  /** Which one of the file, from 1. */
  place: number;
  /** The same in every file of the year: the registration number, or the place where there is none. */
  key: string;
  values: ReturnValues;
  /** Items that the return asks for and the file does not give, in words. */
  missing: string[];
  /** Items whose value is none of the return's: kept without it. */
  doubtful: string[];
}

export interface ParsedReturn {
  year: number;
  /** The day that it speaks of. */
  referenceDate: string;
  /** The authority's number. */
  authority: string;
  vacancyFteThousandths: number | null;
  agencyFteThousandths: number | null;
  agencyHeadcount: number | null;
  workers: ReturnWorker[];
  /** Places of workers whose registration number an earlier one has already. */
  repeated: number[];
}

/** Reads the national return of the children's social work workforce. Throws ReturnFileRefused for a file that is none. */
export function parseReturn(bytes: Buffer): ParsedReturn {
  const root = readXml(bytes);
  const message = child(root, 'Message');
  const details = child(child(message, 'Header'), 'CollectionDetails');
  if (textAt(details, 'Collection') !== 'CSWW') throw new ReturnFileRefused('NOT_THE_RETURN');
  const [year, referenceDate, authority] = [textAt(details, 'Year'), textAt(details, 'ReferenceDate'), textAt(child(child(message, 'Header'), 'Source'), 'LEA')];
  if (!year || !/^20\d\d$/.test(year) || !referenceDate || !isRealDate(referenceDate) || !authority || !/^\d{3}$/.test(authority)) throw new ReturnFileRefused('NO_YEAR');
  const vacancies = child(message, 'LALevelVacancies');
  return {
    year: Number(year), referenceDate, authority,
    vacancyFteThousandths: amount(textAt(vacancies, 'NumberOfVacancies'), 1000),
    agencyFteThousandths: amount(textAt(vacancies, 'NoAgencyFTE'), 1000),
    agencyHeadcount: amount(textAt(vacancies, 'NoAgencyHeadcount'), 1),
    ...workersOf(message),
  };
}

function workersOf(message: Node | undefined): Pick<ParsedReturn, 'workers' | 'repeated'> {
  const listed = typeof message === 'object' && Object.hasOwn(message, 'CSWWWorker') ? (message['CSWWWorker'] as Node[]) : [];
  const workers: ReturnWorker[] = [];
  const repeated: number[] = [];
  const keys = new Set<string>();
  listed.forEach((node, index) => {
    const worker = workerOf(node, index + 1);
    if (keys.has(worker.key)) {
      repeated.push(worker.place);
      worker.key = `place ${worker.place}`;
    }
    keys.add(worker.key);
    workers.push(worker);
  });
  return { workers, repeated };
}

function workerOf(node: Node, place: number): ReturnWorker {
  const texts = new Map(ITEMS.map(({ element }) => [element, textAt(node, element)]));
  const values: ReturnValues = Object.fromEntries(ITEMS.map(({ element, column, read }) => [column, texts.get(element) ? read(texts.get(element) as string) : null]));
  const asked = itemsAsked(values);
  const missing = ITEMS.filter(({ element }) => asked.has(element) && !texts.get(element)).map(({ words }) => words);
  const doubtful = ITEMS.filter(({ element, column }) => texts.get(element) && values[column] === null).map(({ words }) => words);
  return { place, key: typeof values['number'] === 'string' ? values['number'] : `place ${place}`, values, missing, doubtful };
}

function child(node: Node | undefined, name: string): Node | undefined {
  if (typeof node !== 'object' || !Object.hasOwn(node, name)) return undefined;
  const inner = node[name];
  return Array.isArray(inner) ? inner[0] : inner;
}

function amount(text: string | null, scale: number): number | null {
  return text && /^\d{1,7}(\.\d{1,6})?$/.test(text) ? Math.round(Number(text) * scale) : null;
}
