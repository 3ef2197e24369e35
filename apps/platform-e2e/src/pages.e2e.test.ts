import type { Unit } from '@qaf/database';
import { gatewayOver } from '@qaf/platform';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { Stage } from './stage';
import { openedAction, plannedSession } from './things';
import { send } from './commands';

const PAGE = 'edges { cursor node';

/** What one fetch of a part may cost. */
const MOST = 4;

/** The pages that a front end shows first. */
const PAGES: [page: string, query: string][] = [
  ['my children', `{ children(first: 50) { ${PAGE} { id caseReference birthYear allocatedWorker { displayName } team { name } iro { displayName } } } } }`],
  ['one child', `query Q($id: ID!) { child(id: $id) { caseReference team { name service { name } } allocatedWorker { displayName lastSupervisedOn } episodes { ${PAGE} { kind startedOn } } } reviews { ${PAGE} { kind heldOn } } } audits { ${PAGE} { state grade } } } views { ${PAGE} { onDate seen } } } supervisionDiscussions { ${PAGE} { decision heldOn } } } actions { ${PAGE} { title state } } } } }`],
  ['the audits of a team', `{ audits(first: 50) { ${PAGE} { state grade dueOn child { caseReference } auditor { displayName } worker { displayName } actions { ${PAGE} { title } } } } } } }`],
  ['the action register', `{ actions(first: 50) { ${PAGE} { title state dueOn owner { displayName } verifier { displayName } child { caseReference } theme { title } } } } }`],
  ['a worker’s own day', `{ me { displayName team { name } manager { displayName } supervisionSessions(first: 5) { ${PAGE} { state plannedFor } } } childrenAllocated(first: 50) { ${PAGE} { caseReference } } } actions(first: 50) { ${PAGE} { title dueOn } } } } }`],
  ['the services', '{ services { name teams { name leaders { displayName } workers { displayName } } } }'],
];

describe('A page of many rows', () => {
  let stage: Stage;
  let gateway: FastifyInstance;
  let child: StageChild;
  const units: [string, Unit][] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    for (let count = 0; count < 12; count += 1) await childOf(stage, 'north', count % 2 ? 'northWorker' : 'northColleague');
    for (let count = 0; count < 3; count += 1) await openedAction(stage, child, { themeCode: 'direct-work' });
    await submittedAudit(stage, child.id, 'GOOD');
    const { id, version } = await plannedSession(stage);
    await send(stage, 'northManager', 'recordSupervision', { sessionId: id, version, heldOn: '2026-11-02', reflectiveAnalysis: false, discussions: [{ childId: child.id, discussed: 'x', decision: 'y' }] });
    gateway = await gatewayOver(stage.graph, { identity: { kind: 'development' }, dataDir: stage.dataDir, production: false, logger: pino({ level: 'silent' }) });
    for (const [name, subgraph] of Object.entries(stage.graph.subgraphs)) {
      const make = subgraph.unit.bind(subgraph);
      jest.spyOn(subgraph, 'unit').mockImplementation((viewer, action) => {
        const unit = make(viewer, action);
        if (action !== 'standing') units.push([name, unit]);
        return unit;
      });
    }
  }, 180_000);

  afterAll(async () => {
    await gateway?.close();
    await stage?.close();
  });

  it.each(PAGES)('costs each part few statements in a fetch: %s', async (_page, query) => {
    const authorization = `Bearer ${await stage.token('northManager')}`;
    units.length = 0;
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', headers: { authorization }, payload: { query, variables: query.includes('$id') ? { id: child.id } : {} } });
    expect(answer.json()).not.toHaveProperty('errors');
    const costs = units.map(([name, unit]) => ({ name, statements: unit.statements }));
    expect(costs.length).toBeGreaterThan(0);
    expect(costs.filter(({ statements }) => statements > MOST)).toEqual([]);
  });
});
