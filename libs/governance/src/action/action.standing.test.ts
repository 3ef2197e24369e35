import { nobody, type Role, type Viewer } from '@qaf/identity';
import { mayMove, type Parties, partsOf } from './action.standing';
import { ACTION_MOVES } from './action.state';

const action: Parties = { ownerId: 'owner', deputyId: 'deputy', verifierId: 'verifier', workerId: 'worker', teamId: 'team', serviceId: 'service' };

function viewer(workerId: string | null, more: Partial<Viewer> = {}, role: Role = 'practitioner'): Viewer {
  return { ...nobody('r'), workerId, grants: [{ role, scope: 'self', scopeId: null }], ...more };
}

const moves = (who: Viewer) => ACTION_MOVES.filter((move) => mayMove(partsOf(who, action), move));
const WATCH = ['verify', 'return', 'changeOwner', 'changeDueDate', 'escalate', 'attachEvidence', 'cancel'];
const DO = ['reportProgress', 'complete', 'escalate', 'attachEvidence'];

describe('Who may do what with an action', () => {
  it.each([
    ['its owner', viewer('owner'), DO],
    ['its deputy', viewer('deputy'), DO],
    ['its verifier', viewer('verifier'), WATCH],
    ['who manages its owner', viewer('m', { workers: ['owner'] }), ACTION_MOVES],
    ['who manages the worker it is about', viewer('m', { workers: ['worker'] }), ACTION_MOVES],
    ['who leads the team', viewer('m', { teams: ['team'] }), ACTION_MOVES],
    ['who leads the service', viewer('m', { services: ['service'] }), ACTION_MOVES],
    ['QPA', viewer('q', {}, 'qpa_officer'), ACTION_MOVES],
    ['the Director', viewer('d', {}, 'director'), ACTION_MOVES],
    ['the worker it is about', viewer('worker'), []],
    ['the Chief Executive', viewer('c', {}, 'chief_executive'), []],
    ['nobody', nobody('r'), []],
  ])('%s', (_who, who, allowed) => {
    expect(moves(who)).toEqual(ACTION_MOVES.filter((move) => (allowed as readonly string[]).includes(move)));
  });

  it('lets nobody who owes an action verify it or move its date, however high they stand', () => {
    for (const role of ['qpa_officer', 'director', 'head_of_service'] as const) expect(moves(viewer('owner', { teams: ['team'] }, role))).toEqual(DO);
  });
});
