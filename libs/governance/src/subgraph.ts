import { stub, type SubgraphDefinition, withSlices } from '@qaf/graph';
import { ActionLinksResolver } from './action/action-links.resolver';
import { ActionRow } from './action/action.entity';
import { actionById } from './action/action.queries';
import { ActionResolver } from './action/action.resolver';
import { auditModerated, auditSubmitted } from './action-opening/audit-submitted.handler';
import { OpenActionResolver } from './action-opening/open-action.resolver';
import { OversightResolver } from './action-oversight/oversight.resolver';
import { ProgressResolver } from './action-progress/progress.resolver';
import { ActionStepResolver } from './action-step/action-step.resolver';
import { agencyById } from './agency/agency.queries';
import { AgencyResolver } from './agency/agency.resolver';
import { AuditResolver } from './audit/audit.resolver';
import { businessYearById } from './business-year/business-year.queries';
import { BusinessYearResolver } from './business-year/business-year.resolver';
import { childChanged, childrenChanged } from './child/child-place.handlers';
import { ChildResolver } from './child/child.resolver';
import { ActionEvidenceResolver, EvidenceFileResolver } from './evidence-file/evidence-file.resolver';
import { MIGRATIONS } from './migrations';
import { priorityByCode } from './practice-priority/practice-priority.queries';
import { PracticePriorityResolver } from './practice-priority/practice-priority.resolver';
import { receiveRecord } from './record-of-access/receive-record';
import { ServiceResolver } from './service/service.resolver';
import { SLICES } from './slices';
import { TeamResolver } from './team/team.resolver';
import { themeByCode } from './theme/theme.queries';
import { ThemeResolver } from './theme/theme.resolver';
import { workerLeft, workerMoved } from './worker/worker-place.handlers';
import { WorkerResolver } from './worker/worker.resolver';

/** The cycle of quality assurance, its vocabulary, and the one register of actions. */
export const GOVERNANCE: SubgraphDefinition = withSlices({
  name: 'governance',
  resolvers: [
    BusinessYearResolver,
    PracticePriorityResolver,
    ThemeResolver,
    AgencyResolver,
    ActionResolver,
    ActionLinksResolver,
    ActionStepResolver,
    ActionEvidenceResolver,
    EvidenceFileResolver,
    OpenActionResolver,
    ProgressResolver,
    OversightResolver,
    AuditResolver,
    ChildResolver,
    WorkerResolver,
    TeamResolver,
    ServiceResolver,
  ],
  types: [],
  references: {
    BusinessYear: (unit, id) => unit.load(businessYearById, id),
    PracticePriority: async (unit, code) => (await unit.load(priorityByCode, code))[0] ?? null,
    Theme: async (unit, code) => (await unit.load(themeByCode, code))[0] ?? null,
    Agency: (unit, id) => unit.load(agencyById, id),
    Action: (unit, id) => unit.load(actionById, id),
    Audit: stub,
    Child: stub,
    Worker: stub,
    Team: stub,
    Service: stub,
  },
  store: { name: 'governance', entities: [ActionRow], migrations: MIGRATIONS },
  handlers: {
    'casework.audit.submitted.v1': auditSubmitted,
    'casework.audit.moderated.v1': auditModerated,
    'casework.child.changed.v1': childChanged,
    'casework.children.changed.v1': childrenChanged,
    'workforce.worker.moved.v1': workerMoved,
    'workforce.worker.left.v1': workerLeft,
  },
  receiveRecord,
  onRecord: {
    personal: ['Action', 'ActionStep', 'EvidenceFile', 'Audit', 'Child'],
    changes: [],
    open: ['BusinessYear', 'Agency', 'Worker', 'Team', 'Service'],
  },
}, SLICES);
