import { SUBGRAPH_NAMES, type SubgraphName } from '@qaf/database';
import { copyOf, noteCheck } from '@qaf/governance';
import { machine } from '@qaf/identity';
import { checkChain, compareCopies, recordClient, type RecordFault, recordSource, sealKey } from '@qaf/record';
import type { OpenGraph } from './graph';

/** What a check of one subgraph's record found. */
export interface RecordCheck {
  from: SubgraphName;
  batches: number;
  lines: number;
  /** Lines that are written and not sealed yet. */
  waiting: number;
  faults: RecordFault[];
}

/** Checks the record of access of all four subgraphs and governance's copy of each, and notes in governance what was found. */
export async function checkRecords(graph: Pick<OpenGraph, 'urls' | 'secret' | 'subgraphs'>): Promise<RecordCheck[]> {
  const checks: RecordCheck[] = [];
  for (const from of SUBGRAPH_NAMES) checks.push(await checkOne(graph, from));
  await graph.subgraphs.governance.unit(machine('machine_record', 'record-check'), 'record-check').command(async (tx) => {
    for (const { from, batches, faults } of checks) await noteCheck(tx, from, batches, faults.map(inWords));
  });
  return checks;
}

/** A fault as governance keeps it and a terminal shows it: its kind, the batch and, where it is known, the line. */
export function inWords({ kind, batch, line }: RecordFault): string {
  return `${kind} ${batch}${line === undefined ? '' : ` line ${line}`}`;
}

async function checkOne({ urls, secret }: Pick<OpenGraph, 'urls' | 'secret'>, from: SubgraphName): Promise<RecordCheck> {
  const own = await recordClient(urls[from], from);
  const kept = await recordClient(urls.governance, 'governance');
  try {
    const key = sealKey(secret, from);
    const [source, copy] = [recordSource(own), copyOf(kept, from)];
    const { batches, lines, faults, last } = await checkChain(source, key);
    const inCopy = (await checkChain(copy, key)).faults;
    const { rows } = await own.query<{ waiting: number }>('select count(*)::int as waiting from access_record where id > $1', [last?.toId ?? 0]);
    return { from, batches, lines, waiting: rows[0]?.waiting ?? 0, faults: once([...faults, ...inCopy, ...(await compareCopies(source, copy))]) };
  } finally {
    await Promise.all([own.end(), kept.end()]);
  }
}

function once(faults: RecordFault[]): RecordFault[] {
  return [...new Map(faults.map((fault) => [inWords(fault), fault])).values()];
}
