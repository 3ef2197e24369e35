import { type AccessExtended, type EventHandler, type Slice, stub } from '@qaf/graph';
import { AccessNoticeResolver } from './access-notice.resolver';

/** Tells information governance at once. The reason stays with casework, which shows it to them. */
const accessExtended: EventHandler = async (tx, event) => {
  const { grantId, workerId, grantedAt, until } = event.data as unknown as AccessExtended;
  await tx.query('insert into access_notice (id, worker_id, granted_at, until) values ($1, $2, $3, $4) on conflict (id) do nothing', [grantId, workerId, grantedAt, until]);
};

export const accessNoticeSlice: Slice = {
  resolvers: [AccessNoticeResolver],
  references: { EmergencyAccess: stub },
  handlers: { 'casework.access.extended.v1': accessExtended },
  onRecord: { personal: ['AccessNotice', 'EmergencyAccess'] },
};
