import type { SubgraphDefinition } from '@qaf/graph';
import { MIGRATIONS } from './migrations';
import { serviceById } from './service/service.queries';
import { ServiceResolver } from './service/service.resolver';
import { teamById } from './team/team.queries';
import { TeamResolver } from './team/team.resolver';
import { workerById } from './worker/worker.queries';
import { WorkerResolver } from './worker/worker.resolver';

/** Who works here, where, for whom, and how they are supervised. */
export const WORKFORCE: SubgraphDefinition = {
  name: 'workforce',
  resolvers: [ServiceResolver, TeamResolver, WorkerResolver],
  types: [],
  references: {
    Service: (unit, id) => unit.load(serviceById, id),
    Team: (unit, id) => unit.load(teamById, id),
    Worker: (unit, id) => unit.load(workerById, id),
  },
  store: { name: 'workforce', entities: [], migrations: MIGRATIONS },
  handlers: {},
};
