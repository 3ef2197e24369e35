import { randomUUID } from 'node:crypto';
import { Casework, viewer } from '../casework.fixtures';

describe('where workers stand, as workforce tells it', () => {
  let casework: Casework;
  const worker = randomUUID();
  const team = randomUUID();
  const first = randomUUID();
  const second = randomUUID();

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const place = async () => (await casework.behind('select team_id as team, manager_id as manager, left_on::text as left from casework.worker_place where worker_id = $1', [worker]))[0];
  const moved = (manager: string | null, at: string, id = randomUUID()) => casework.told('workforce.worker.moved.v1', { workerId: worker, teamId: team, managerId: manager }, at, id);

  it('follows each move', async () => {
    await moved(first, '2026-01-01T00:00:00Z');
    expect(await place()).toEqual({ team, manager: first, left: null });
    await moved(second, '2026-02-01T00:00:00Z');
    expect(await place()).toEqual({ team, manager: second, left: null });
  });

  it('is not set back by an older word that comes late, nor by one that comes twice', async () => {
    await moved(first, '2026-01-15T00:00:00Z');
    expect(await place()).toEqual({ team, manager: second, left: null });
    const id = randomUUID();
    await moved(first, '2026-02-02T00:00:00Z', id);
    await moved(second, '2026-02-03T00:00:00Z');
    await moved(first, '2026-02-02T00:00:00Z', id);
    expect(await place()).toEqual({ team, manager: second, left: null });
  });

  it('remembers who has left, and who came back', async () => {
    await casework.told('workforce.worker.left.v1', { workerId: worker, leftOn: '2026-02-28' }, '2026-03-01T00:00:00Z');
    expect(await place()).toEqual({ team, manager: second, left: '2026-02-28' });
    await moved(first, '2026-03-10T00:00:00Z');
    expect(await place()).toEqual({ team, manager: first, left: null });
  });

  it('is changed by no person', async () => {
    await expect(casework.sql(viewer('team_manager'), 'update worker_place set manager_id = null returning 1')).resolves.toEqual([[], 0]);
    await expect(casework.sql(viewer('team_manager'), 'insert into worker_place (worker_id, told_at) values ($1, now())', [randomUUID()])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('actions that follow from an audit', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  it('of an audit that is not here are left aside, however often they are told', async () => {
    const data = { actionId: randomUUID(), sourceKind: 'AUDIT', sourceId: randomUUID(), openedOn: '2026-03-18' };
    await casework.told('governance.action.opened.v1', data);
    await casework.told('governance.action.closed.v1', { ...data, state: 'VERIFIED', closedOn: '2026-03-19' });
    expect(await casework.behind('select * from casework.audit_action')).toEqual([]);
  });
});
