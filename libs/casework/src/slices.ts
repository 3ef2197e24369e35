import type { Slice } from '@qaf/graph';
import { auditReallocationSlice } from './audit-reallocation/audit-reallocation.slice';
import { auditScheduleSlice } from './audit-schedule/audit-schedule.slice';
import { auditStatisticsSlice } from './audit-statistics/audit-statistics.slice';
import { auditToolDesignSlice } from './audit-tool-design/design.slice';
import { auditToolHistorySlice } from './audit-tool-history/history.slice';
import { auditToolPublicationSlice } from './audit-tool-publication/publication.slice';
import { childLockSlice } from './child-lock/child-lock.slice';
import { childMendingSlice } from './child-mending/child-mending.slice';
import { emergencyAccessSlice } from './emergency-access/emergency-access.slice';
import { ragFormSlice } from './rag-form/rag-form.slice';
import { sampleSlice } from './sample/sample.slice';
import { sampleAllocationSlice } from './sample-allocation/sample-allocation.slice';
import { timelineSlice } from './timeline/timeline.slice';

/** Concepts that the generator began; `npm run new -- slice` adds a line here. */
export const SLICES: Slice[] = [
  childLockSlice,
  childMendingSlice,
  emergencyAccessSlice,
  auditToolDesignSlice,
  auditToolHistorySlice,
  auditToolPublicationSlice,
  auditScheduleSlice,
  sampleSlice,
  sampleAllocationSlice,
  auditReallocationSlice,
  auditStatisticsSlice,
  ragFormSlice,
  timelineSlice,
];
