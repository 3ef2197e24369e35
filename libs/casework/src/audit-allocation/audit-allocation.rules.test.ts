import { nobody, type Role, type Viewer } from '@qaf/identity';
import { isMonth, leadsAudit, type Pairing, pairingFault } from './audit-allocation.rules';

const PAIR: Pairing = { auditorId: 'auditor', auditorLeftOn: null, workerId: 'worker', managerId: 'manager', withWorker: false };

function fault(more: Partial<Pairing>): string | null {
  return pairingFault({ ...PAIR, ...more }, '2026-03-04', ['auditorId'])?.problem.code ?? null;
}

describe('who may audit whom', () => {
  it('is anybody but the worker and the worker’s manager', () => {
    expect(fault({})).toBeNull();
    expect(fault({ workerId: 'auditor' })).toBe('AuditorIsWorker');
    expect(fault({ managerId: 'auditor' })).toBe('AuditorManagesWorker');
  });

  it('is the manager too where the audit is done together with the worker', () => {
    expect(fault({ managerId: 'auditor', withWorker: true })).toBeNull();
    expect(fault({ workerId: 'auditor', withWorker: true })).toBe('AuditorIsWorker');
  });

  it('is nobody who has left', () => {
    expect(fault({ auditorLeftOn: '2026-03-03' })).toBe('AuditorHasLeft');
    expect(fault({ auditorLeftOn: '2026-03-04' })).toBeNull();
  });

  it('takes a child without a worker', () => {
    expect(fault({ workerId: null, managerId: null })).toBeNull();
  });
});

describe('who leads an audit', () => {
  const audit = { auditorId: 'iro', workerId: 'worker', teamId: 'team' };
  const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ ...nobody('r'), personId: 'p', workerId: 'me', grants: [{ role, scope: 'authority', scopeId: null }], ...more });

  it('is quality everywhere, and heads of a stream within it', () => {
    expect(leadsAudit(viewer('qpa_officer'), audit)).toBe(true);
    expect(leadsAudit(viewer('principal_iro', { workers: ['iro'] }), audit)).toBe(true);
    expect(leadsAudit(viewer('principal_iro', { workers: ['other'] }), audit)).toBe(false);
    expect(leadsAudit(viewer('compass_service_manager', { teams: ['team'] }), audit)).toBe(true);
    expect(leadsAudit(viewer('compass_service_manager', { teams: ['other'] }), audit)).toBe(false);
    expect(leadsAudit(viewer('team_manager', { teams: ['team'], workers: ['worker'] }), audit)).toBe(false);
  });
});

describe('a month of the programme', () => {
  it('is written YYYY-MM', () => {
    expect(['2026-04', '2026-12'].every(isMonth)).toBe(true);
    expect(['2026-13', '2026-00', '2026-4', '26-04', '2026-04-01', ''].some(isMonth)).toBe(false);
  });
});
