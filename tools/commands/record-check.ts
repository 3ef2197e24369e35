import { checkRecords, inWords, openGraph, readSettings, type RecordCheck } from '@qaf/platform';
import { pino } from 'pino';

/** Checks the record of access of all four parts against its seals, and governance's copy of it. Ends with 1 when it is not whole. */
async function main(): Promise<void> {
  const graph = await openGraph({ ...readSettings(), logger: pino({ level: 'silent' }), quiet: true });
  try {
    const checks = await checkRecords(graph);
    process.stdout.write(`${checks.map(told).join('\n')}\n`);
    process.exitCode = checks.every(({ faults }) => faults.length === 0) ? 0 : 1;
  } finally {
    await graph.close();
  }
}

function told({ from, batches, lines, waiting, faults }: RecordCheck): string {
  const found = faults.length === 0 ? 'whole' : `NOT WHOLE\n${faults.map((fault) => `  ${inWords(fault)}`).join('\n')}`;
  return `${from}: ${lines} lines in ${batches} sealed batches, ${waiting} waiting: ${found}`;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
