import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import type { Cast } from './authority';
import { requests, type Sent } from './generated-requests';
import { memoryOf, restartPeak } from './memory';
import { run, type Running } from './running';

/** 10,000 before a release: QAF_GENERATED=10000. */
const COUNT = Number(process.env['QAF_GENERATED'] ?? 2_000);
const SEED = Number(process.env['QAF_GENERATED_SEED'] ?? 20_261_124);
const AT_ONCE = 8;
/** So many are sent one after the other, to see what one takes. */
const ALONE = 100;
const MEGABYTE = 1_048_576;
const onLinux = process.platform === 'linux' ? it : it.skip;

const PLANTED = { name: 'Zebedee Hartnoll-Quix', token: 'e30.e30.cGxhbnRlZC1zZWNyZXQtdG9rZW4' };
const WHO: (keyof Cast | null)[] = [null, 'director', 'quality', 'northManager', 'northWorker', 'iro', 'hr', 'administrator', 'governance', 'member', 'partner'];

/** What no answer may hold: statements, stacks, paths, addresses, libraries. A name of the schema may. */
const LEAKS = [/\bselect\b.+\bfrom\b/i, /\binsert into\b/i, /\brelation "|\bsyntax error at|\bviolates\b|\bduplicate key|22P02|SQLSTATE/i, /\n\s+at |node_modules|\.[cm]?[jt]s:\d+/, /\/(work|home|usr|tmp|var|app)\//, /https?:\/\//, /127\.0\.0\.1|localhost/, /postgres|typeorm|apollo|fastify|hive|undici|graphql-js|pino\b|zod\b|class-validator|jose\b|ERR_|ECONN/i];

interface Seen {
  status: number;
  type: string;
  text: string;
  took: number;
}

describe('Whatever is asked of the platform', () => {
  let platform: Running;
  const schema = buildSchema(readFileSync(join(__dirname, '../../../libs/client/schema.graphql'), 'utf8'));
  const tokens = new Map<keyof Cast, string>();

  beforeAll(async () => {
    platform = await run('together', { QAF_GUESSES_PER_MINUTE: '2000', QAF_LOG_LEVEL: 'debug' });
    for (const who of WHO) if (who) tokens.set(who, await platform.token(who));
  }, 120_000);
  afterAll(() => platform.close(), 60_000);

  const send = async ({ method, path, headers, body }: Sent, who: keyof Cast | null): Promise<Seen> => {
    const bearer: Record<string, string> = who ? { authorization: `Bearer ${tokens.get(who) ?? ''}` } : {};
    const since = performance.now();
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));
    try {
      const answer = await fetch(`${platform.url}${path}`, { method, headers: { ...bearer, ...given }, ...(body !== undefined && { body }), redirect: 'manual' });
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text(), took: performance.now() - since };
    } catch (error) {
      return { status: 599, type: 'no answer', text: String((error as { cause?: unknown }).cause), took: performance.now() - since };
    }
  };

  const faultsOf = ({ status, type, text }: Seen): string[] => {
    const faults: string[] = [];
    if (status >= 500) faults.push(`status ${status}`);
    if (!/^application\/(json|graphql-response\+json)/.test(type)) faults.push(`type ${type}`);
    if (!isJson(text)) faults.push('not JSON');
    const told = errorsOf(text);
    for (const leak of LEAKS) if (leak.test(told)) faults.push(`leaks ${String(leak)}`);
    for (const planted of Object.values(PLANTED)) if (told.includes(planted)) faults.push('repeats what was given');
    if (/"code":"INTERNAL"/.test(told)) faults.push('a fault of ours');
    return faults;
  };

  it(`is answered in good order, ${COUNT} times`, async () => {
    const generated = fc.sample(fc.tuple(requests(schema, PLANTED), fc.constantFrom(...WHO)), { numRuns: COUNT, seed: SEED });
    const wrong: unknown[] = [];
    const statuses: Record<string, number> = {};
    let slowest = 0;
    const worker = async (): Promise<void> => {
      for (let next = generated.pop(); next; next = generated.pop()) {
        const [sent, who] = next;
        const seen = await send(sent, who);
        statuses[seen.status] = (statuses[seen.status] ?? 0) + 1;
        slowest = Math.max(slowest, seen.took);
        const faults = faultsOf(seen);
        if (faults.length > 0) wrong.push({ who, faults, sent: { ...sent, body: sent.body?.slice(0, 600) }, told: seen.text.slice(0, 600) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (process.env['QAF_FIGURES']) process.stderr.write(`${JSON.stringify({ count: COUNT, statuses, slowestMs: Math.round(slowest), wrong: wrong.length })}\n`);
    if (platform.process.exitCode !== null) throw new Error(`The platform ended.\n${platform.log().slice(-3_000)}`);
    expect(wrong.slice(0, 8)).toEqual([]);
    // Both kinds were among them: what is answered and what is refused.
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '405', '415']));
  }, 600_000);

  onLinux('takes little memory, each by itself', async () => {
    const { pid } = platform.process as { pid: number };
    const generated = fc.sample(fc.tuple(requests(schema, PLANTED), fc.constantFrom(...WHO)), { numRuns: 4 * ALONE, seed: SEED + 1 });
    // The longest of four times as many, and what is refused only after much reading.
    const heaviest = generated.sort(([a], [b]) => (b.body?.length ?? 0) - (a.body?.length ?? 0)).slice(0, ALONE);
    const grown: number[] = [];
    for (const [sent, who] of heaviest) {
      const before = restartPeak(pid);
      await send(sent, who);
      grown.push(memoryOf(pid, 'VmHWM') - before);
    }
    const most = Math.max(...grown);
    if (process.env['QAF_FIGURES']) process.stderr.write(`${JSON.stringify({ alone: grown.length, mostMegabytes: Math.round(most / MEGABYTE), residentMegabytes: Math.round(memoryOf(pid, 'VmRSS') / MEGABYTE) })}\n`);
    expect(most).toBeLessThan(200 * MEGABYTE);
  }, 300_000);

  it('leaves nothing that was planted in a log or a figure', async () => {
    const figures = await (await fetch(platform.metricsUrl)).text();
    expect(figures).toContain('qaf_requests_total');
    const log = platform.log();
    expect(log.split('\n').length).toBeGreaterThan(COUNT / 2);
    for (const text of [figures, log]) {
      for (const planted of [...Object.values(PLANTED), ...tokens.values(), platform.people.northWorker.name]) expect(text.includes(planted)).toBe(false);
      expect(/\bselect\b.+\bfrom\b|node_modules|\n\s+at /i.test(text)).toBe(false);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Data may hold what people wrote; what the platform says of itself may not. */
function errorsOf(text: string): string {
  try {
    const body = JSON.parse(text) as { data?: unknown };
    return JSON.stringify({ ...body, data: undefined });
  } catch {
    return text;
  }
}
