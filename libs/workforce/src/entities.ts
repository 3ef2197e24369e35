import { PostHoldingRow } from './holding/holding.entity';
import { ManagementLineRow, TeamMembershipRow } from './placement/placement.entity';
import { PostRow } from './post/post.entity';
import { CaseDiscussionRow, SupervisionSessionRow } from './supervision/supervision.entity';
import { EmploymentRow, WorkerRow } from './worker/worker.entity';

/** The tables that commands change. */
export const ENTITIES = [WorkerRow, EmploymentRow, TeamMembershipRow, ManagementLineRow, SupervisionSessionRow, CaseDiscussionRow, PostRow, PostHoldingRow];
