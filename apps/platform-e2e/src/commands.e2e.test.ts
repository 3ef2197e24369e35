import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { childOf, type StageChild } from './children';
import { send, sentence } from './commands';
import { type Driven, drive } from './driving';
import { behind } from './kept-rows';
import { eventually } from './stage';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const FIELDS = 'action { id version title }';

onLinux('A change whose answer never comes', () => {
  let driven: Driven;
  let child: StageChild;

  beforeAll(async () => {
    driven = await drive();
    child = await childOf(driven.stage, 'north', 'northWorker');
  }, 120_000);
  afterAll(() => driven?.running.close(), 60_000);

  const input = (title: string) => ({ idempotencyKey: randomUUID(), title, sourceKind: 'REVIEW', childId: child.id, ownerId: globalId('Worker', driven.stage.people.northManager.id), dueOn: '2027-01-29' });
  const kept = async (title: string): Promise<{ id: string }[]> => behind(driven.stage, 'select id from governance.action where title = $1', [title]);
  const ask = (sent: object) => driven.stage.ask('quality', sentence('openAction', FIELDS), { input: sent });
  /** Sends it until it is answered, as a careful client does. */
  const persist = (sent: object) => eventually(() => ask(sent).catch(() => null), (answer) => answer?.data?.openAction?.__typename === 'OpenActionSuccess', 60_000);

  it.each([1, 2, 3, 4])('is there once when the part is killed as soon as it is committed, and sent again under its key (round %d)', async (round) => {
    const sent = input(`Committed ${round}`);
    const first = ask(sent).catch(() => null);
    const [row] = await eventually(() => kept(sent.title), (rows) => rows.length > 0);
    driven.signal('governance', 'SIGKILL');
    await first;
    driven.running.restart('governance');
    const again = await persist(sent);
    expect(again?.data.openAction.action).toEqual({ id: globalId('Action', row?.id as string), version: 1, title: sent.title });
    const other = await ask({ ...sent, title: 'Another' });
    expect(other.data.openAction).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    expect(await kept(sent.title)).toEqual([row]);
  }, 120_000);

  it.each([0, 5, 10, 20, 40, 80])('is there once when the part is killed %d ms after it was sent, whatever had come of it', async (ms) => {
    const sent = input(`Killed ${ms}`);
    await persist(input(`Before ${ms}`));
    const first = ask(sent).catch(() => null);
    await pause(ms);
    driven.signal('governance', 'SIGKILL');
    await first;
    driven.running.restart('governance');
    await persist(sent);
    await persist(sent);
    expect(await kept(sent.title)).toHaveLength(1);
    expect(await behind(driven.stage, `select count(*)::int as n from governance.action_history h join governance.action a on a.id = h.id where a.title = $1`, [sent.title])).toEqual([{ n: 1 }]);
  }, 120_000);

  it('is there once when the gateway is killed before it can pass the answer on', async () => {
    const sent = input('Gateway');
    const first = ask(sent).catch(() => null);
    await eventually(() => kept(sent.title), (rows) => rows.length > 0);
    driven.signal('gateway', 'SIGKILL');
    await first;
    driven.running.restart('gateway');
    await persist(sent);
    expect(await kept(sent.title)).toHaveLength(1);
  }, 120_000);

  it('is made once for one key twenty times at once, with one answer', async () => {
    const sent = input('Twenty');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(driven.stage, 'quality', 'openAction', sent, FIELDS)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await kept('Twenty')).toHaveLength(1);
  }, 60_000);

  it('wins once among fifty edits of one version', async () => {
    const { action } = await send(driven.stage, 'quality', 'openAction', input('Fifty'), FIELDS);
    const edits = await Promise.all(Array.from({ length: 50 }, (_, n) => send(driven.stage, 'quality', 'changeActionDueDate', { actionId: action.id, version: 1, dueOn: `2027-02-${String((n % 27) + 1).padStart(2, '0')}`, reason: `Edit ${n}` })));
    expect(edits.filter(({ __typename }) => __typename === 'ChangeActionDueDateSuccess')).toHaveLength(1);
    expect(edits.filter(({ __typename }) => __typename === 'ActionVersionStale')).toHaveLength(49);
    expect(await behind(driven.stage, 'select version from governance.action where title = $1', ['Fifty'])).toEqual([{ version: 2 }]);
  }, 60_000);
});
