import { ManagementLineRow, TeamMembershipRow } from './placement/placement.entity';
import { CaseDiscussionRow, SupervisionSessionRow } from './supervision/supervision.entity';
import { EmploymentRow, WorkerRow } from './worker/worker.entity';

/** The tables that commands change. */
export const ENTITIES = [WorkerRow, EmploymentRow, TeamMembershipRow, ManagementLineRow, SupervisionSessionRow, CaseDiscussionRow];
