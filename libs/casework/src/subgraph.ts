import { stub, type SubgraphDefinition, withSlices } from '@qaf/graph';
import { ChildAllocationResolver, ChildAllocationsResolver } from './allocation/allocation.resolver';
import { AuditRow } from './audit/audit.entity';
import { auditById } from './audit/audit.queries';
import { AuditResolver, ChildAuditResolver } from './audit/audit.resolver';
import { actionClosed, actionOpened } from './audit-action/audit-action.handlers';
import { AuditAllocationResolver } from './audit-allocation/audit-allocation.resolver';
import { AuditAnswerChangeResolver, AuditAnswerResolver, AuditAnswersResolver } from './audit-answer/audit-answer.resolver';
import { AuditChecklistResolver } from './audit-checklist/audit-checklist.resolver';
import { AuditFeedbackResolver } from './audit-feedback/audit-feedback.resolver';
import { AuditGradeResolver } from './audit-grade/audit-grade.resolver';
import { auditToolById } from './audit-tool/audit-tool.queries';
import { AuditQuestionResolver, AuditSectionResolver, AuditToolResolver, AuditToolServicesResolver, AuditToolVersionResolver } from './audit-tool/audit-tool.resolver';
import { childById } from './child/child.queries';
import { ChildResolver } from './child/child.resolver';
import { ChildEpisodeResolver } from './episode/episode.resolver';
import { ImportRunResolver } from './import-run/import-run.resolver';
import { ChildReviewResolver } from './meeting/meeting.resolver';
import { MIGRATIONS } from './migrations';
import { GRADE_ROLL_UPS } from './migrations/grade-roll-ups';
import { PracticePriorityResolver } from './practice-priority/practice-priority.resolver';
import { PracticePriority } from './practice-priority/practice-priority.type';
import { Service } from './service/service.type';
import { SLICES } from './slices';
import { TeamResolver } from './team/team.resolver';
import { Team } from './team/team.type';
import { UnmatchedNameRow } from './unmatched-name/unmatched-name.entity';
import { UnmatchedNameResolver } from './unmatched-name/unmatched-name.resolver';
import { ChildVisitResolver } from './visit/visit.resolver';
import { WorkerResolver } from './worker/worker.resolver';
import { Worker } from './worker/worker.type';
import { workerLeft, workerMoved } from './worker-place/worker-place.handlers';

const CHILDREN = [ChildResolver, ChildEpisodeResolver, ChildAllocationsResolver, ChildAllocationResolver, ChildReviewResolver, ChildVisitResolver, ChildAuditResolver];
const TOOLS = [AuditToolResolver, AuditToolVersionResolver, AuditToolServicesResolver, AuditSectionResolver, AuditQuestionResolver];
const AUDITS = [AuditResolver, AuditAllocationResolver, AuditChecklistResolver, AuditAnswersResolver, AuditAnswerResolver, AuditAnswerChangeResolver, AuditGradeResolver, AuditFeedbackResolver];

/** Children and their journey, and audits of the practice with them. */
export const CASEWORK: SubgraphDefinition = withSlices({
  name: 'casework',
  resolvers: [...CHILDREN, ...TOOLS, ...AUDITS, UnmatchedNameResolver, ImportRunResolver, WorkerResolver, TeamResolver, PracticePriorityResolver],
  types: [Worker, Team, Service, PracticePriority],
  references: {
    Child: (unit, id) => unit.load(childById, id),
    Audit: (unit, id) => unit.load(auditById, id),
    AuditTool: (unit, id) => unit.load(auditToolById, id),
    Worker: stub,
    Team: stub,
    Service: stub,
    PracticePriority: (_unit, code) => Promise.resolve({ id: code, code }),
  },
  store: { name: 'casework', entities: [AuditRow, UnmatchedNameRow], migrations: MIGRATIONS, rollUps: GRADE_ROLL_UPS },
  handlers: {
    'workforce.worker.moved.v1': workerMoved,
    'workforce.worker.left.v1': workerLeft,
    'governance.action.opened.v1': actionOpened,
    'governance.action.closed.v1': actionClosed,
  },
  onRecord: {
    personal: ['Child', 'Episode', 'ChildAllocation', 'CaseMeeting', 'Visit', 'Audit', 'AuditAnswer', 'UnmatchedName'],
    changes: [],
    open: ['AuditTool', 'AuditToolVersion', 'AuditQuestion', 'ImportRun', 'Worker', 'Team', 'Service'],
  },
}, SLICES);
