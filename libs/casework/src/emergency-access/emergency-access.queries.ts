import { rowLoader } from '@qaf/database';
import type { EmergencyAccess } from './emergency-access.type';

export const emergencyAccessById = rowLoader<EmergencyAccess>(
  'emergencyAccess.byId',
  (unit, ids) =>
    unit.query(
      `select e.id, e.granted_at as "grantedAt", e.until, e.reason, e.child_id as "childId", e.worker_id as "workerId" from emergency_access e where e.id = any($1::uuid[])`,
      [ids],
    ),
  { entity: 'EmergencyAccess' },
);
