import type { Slice } from '@qaf/graph';
import { ServiceStaffingResolver, StaffingResolver, TeamStaffingResolver } from './staffing.resolver';

/** The measures of the workforce return. */
export const staffingSlice: Slice = { resolvers: [StaffingResolver, TeamStaffingResolver, ServiceStaffingResolver] };
