import type { ScaleResult } from './bench';
import type { ContestantName } from './contestants';
import type { Figures } from './figures';
import type { ImportSpeed } from './import-speed';

const WORDS: Record<ContestantName, string> = {
  platform: 'in one process',
  apart: 'apart',
  apollo: 'Apollo Gateway',
  hive: 'Hive Gateway',
  postgraphile: 'PostGraphile',
  limit: 'the limit',
};

const COLUMNS = ['', 'node µs', 'database µs', 'together µs', 'against ours', 'per s', 'p50 ms', 'p99 ms'];

/** The figures of one scale as a table for a terminal. Processor time is for one operation. */
export function tableOf({ scale, operations, upkeep, memoryMb, import: imported }: ScaleResult): string {
  const blocks = Object.entries(operations).map(([operation, by]) => {
    const ours = by.platform?.cpuUs;
    const rows = (Object.entries(by) as [ContestantName, Figures][]).map(([name, one]) => [WORDS[name], one.nodeUs, one.databaseUs, one.cpuUs, ours ? `${(one.cpuUs / ours).toFixed(2)}×` : '', one.rate, one.p50Ms, one.p99Ms].map(String));
    return `${operation}\n${aligned([COLUMNS, ...rows])}`;
  });
  const memory = Object.entries(memoryMb).map(([name, megabytes]) => `  ${WORDS[name as ContestantName]} ${megabytes} MB`);
  const idle = Object.entries(upkeep).map(([name, one]) => `  ${WORDS[name as ContestantName]} ${one.nodeUs.toFixed(1)} + ${one.databaseUs.toFixed(1)}`);
  return [`Scale ${scale}`, ...blocks, ...(imported ? [importLines(imported)] : []), `upkeep, µs for each ms: node + database\n${idle.join('\n')}`, `memory\n${memory.join('\n')}`].join('\n\n');
}

function importLines({ rows, importSeconds, importCpuSeconds, copySeconds, copyCpuSeconds }: ImportSpeed): string {
  const share = `${Math.round((copySeconds / importSeconds) * 100)} % of the speed of COPY (${Math.round((copyCpuSeconds / importCpuSeconds) * 100)} % by processor time)`;
  return `import of ${rows} rows\n  ${importSeconds.toFixed(1)} s, ${importCpuSeconds.toFixed(1)} s of processor time; COPY ${copySeconds.toFixed(1)} s, ${copyCpuSeconds.toFixed(1)} s: ${share}`;
}

function aligned(rows: string[][]): string {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`).join('\n');
}
