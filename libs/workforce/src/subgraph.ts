import { type SubgraphDefinition, stub, withSlices } from '@qaf/graph';
import { Child } from './child/child.type';
import { MIGRATIONS } from './migrations';
import { ENTITIES } from './entities';
import { placementResolvers } from './placement';
import { serviceById } from './service/service.queries';
import { ServiceResolver } from './service/service.resolver';
import { SLICES } from './slices';
import { CancelSupervisionSuccessResolver, PlanSupervisionSuccessResolver, RecordSupervisionSuccessResolver } from './supervision/supervision-success.resolver';
import { discussionById, sessionById } from './supervision/supervision.queries';
import { CaseDiscussionResolver, ChildSupervisionResolver, SupervisionResolver } from './supervision/supervision.resolver';
import { WorkerSupervisionResolver } from './supervision/worker-supervision.resolver';
import { teamById } from './team/team.queries';
import { TeamResolver } from './team/team.resolver';
import { workerById } from './worker/worker.queries';
import { WorkerResolver } from './worker/worker.resolver';

/** Who works here, where, for whom, and how they are supervised. */
export const WORKFORCE: SubgraphDefinition = withSlices({
  name: 'workforce',
  resolvers: [
    ServiceResolver, TeamResolver, WorkerResolver, ...placementResolvers,
    SupervisionResolver, CaseDiscussionResolver, ChildSupervisionResolver, WorkerSupervisionResolver,
    PlanSupervisionSuccessResolver, RecordSupervisionSuccessResolver, CancelSupervisionSuccessResolver,
  ],
  types: [Child],
  references: {
    Service: (unit, id) => unit.load(serviceById, id),
    Team: (unit, id) => unit.load(teamById, id),
    Worker: (unit, id) => unit.load(workerById, id),
    SupervisionSession: (unit, id) => unit.load(sessionById, id),
    CaseDiscussion: (unit, id) => unit.load(discussionById, id),
    Child: stub,
  },
  store: { name: 'workforce', entities: ENTITIES, migrations: MIGRATIONS },
  handlers: {},
  onRecord: {
    personal: ['SupervisionSession', 'CaseDiscussion', 'Employment', 'Child'],
    changes: ['Worker'],
    open: ['Service', 'Team'],
  },
}, SLICES);
