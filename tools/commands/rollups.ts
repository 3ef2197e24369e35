import { parseArgs } from 'node:util';
import { goThroughRollUps, openGraph, readSettings, type RollUpFound } from '@qaf/platform';
import { pino } from 'pino';

/** Checks the roll-ups against their facts, or brings them to what the facts come to. Ends with 1 when a check finds one that differs. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, rebuild: { type: 'boolean', default: false } } });
  if (values.check && values.rebuild) throw new Error('Use: npm run rollups -- --check | --rebuild');
  const graph = await openGraph({ ...readSettings(), logger: pino({ level: 'silent' }), quiet: true });
  try {
    const found = await goThroughRollUps(graph, { rebuild: values.rebuild });
    process.stdout.write(`${found.map((one) => told(one, values.rebuild)).join('\n')}\n`);
    process.exitCode = !values.rebuild && found.some(({ wrong }) => wrong > 0) ? 1 : 0;
  } finally {
    await graph.close();
  }
}

/** Never the sums themselves: they are counts that no one is shown. */
function told({ from, name, wrong }: RollUpFound, rebuilt: boolean): string {
  if (wrong === 0) return `${from}.${name}: in step with its facts`;
  return `${from}.${name}: ${wrong} ${wrong === 1 ? 'sum' : 'sums'} ${rebuilt ? 'put right' : 'NOT IN STEP'}`;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
