import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { below, launch, type Launched, leftOf, platformBelow, type Start } from './launched';
import { eventually } from './stage';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('A platform on its embedded database', () => {
  let dataDir: string;
  const started: Launched[] = [];

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'qaf-start-'));
  });

  afterAll(async () => {
    for (const { launcher } of started) launcher.kill('SIGKILL');
    await nothingLeft([]);
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const start = async (how?: Start): Promise<Launched & { pids: number[] }> => {
    const launched = await launch(dataDir, how);
    started.push(launched);
    const pid = launched.launcher.pid as number;
    return { ...launched, pids: [pid, ...below(pid).map((one) => one.pid)] };
  };
  const answers = async (url: string): Promise<unknown> => (await fetch(`${url}/health/ready`)).json();
  const nothingLeft = (pids: number[]): Promise<string[]> => eventually(() => Promise.resolve(leftOf(pids, dataDir)), (left) => left.length === 0, 20_000);

  it('answers, and keeps its keys and data for the next start', async () => {
    const first = await start();
    expect(await answers(first.url)).toEqual({ status: 'ready' });
    const nobody = await fetch(`${first.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ services { id } }"}' });
    expect(nobody.status).toBe(401);
    first.launcher.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await nothingLeft(first.pids);

    const second = await start();
    expect(await answers(second.url)).toEqual({ status: 'ready' });
    second.launcher.kill('SIGINT');
    expect(await second.ended).toBe(0);
    await nothingLeft(second.pids);
  }, 120_000);

  it('ends in good order when Ctrl-C reaches the whole process group, as a terminal sends it', async () => {
    const { launcher, ended, pids } = await start();
    process.kill(-(launcher.pid as number), 'SIGINT');
    expect(await ended).toBe(0);
    await nothingLeft(pids);
  }, 60_000);

  it('leaves nothing when Ctrl-C comes to npm', async () => {
    const { launcher, ended, pids } = await start('npm');
    process.kill(-(launcher.pid as number), 'SIGINT');
    await ended;
    await nothingLeft(pids);
  }, 60_000);

  it.each<[string, Start, (launched: Launched) => number]>([
    ['its launcher', 'node', ({ launcher }) => launcher.pid as number],
    ['the platform itself', 'node', ({ launcher }) => platformBelow(launcher.pid as number)],
    ['the npm above it', 'npm', ({ launcher }) => launcher.pid as number],
  ])('leaves nothing when %s is killed', async (_whom, how, victim) => {
    const launched = await start(how);
    process.kill(victim(launched), 'SIGKILL');
    await nothingLeft(launched.pids);
  }, 60_000);

  it('leaves nothing when its launcher is killed while it starts', async () => {
    const running = launch(dataDir);
    const refused = expect(running).rejects.toThrow('The start ended with SIGKILL.');
    const [platform] = await eventually(() => Promise.resolve(leftOfStart()), (found) => found.length > 0);
    process.kill((platform as { parent: number }).parent, 'SIGKILL');
    await refused;
    await nothingLeft([(platform as { pid: number }).pid]);
  }, 60_000);

  it('lends its database to a second platform on the same folder, until the last of them goes', async () => {
    const first = await start();
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect([await answers(first.url), await answers(second.url)]).toEqual([{ status: 'ready' }, { status: 'ready' }]);
    first.launcher.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await answers(second.url)).toEqual({ status: 'ready' });
    second.launcher.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await nothingLeft([...first.pids, ...second.pids]);
  }, 120_000);

  /** The platforms that this test process is starting just now. */
  const leftOfStart = (): { pid: number; parent: number }[] => below(process.pid).filter((one) => one.line.includes('dist/apps/platform/src/main.js'));
});
