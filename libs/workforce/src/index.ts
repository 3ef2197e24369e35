export { teamNames, workerNames } from './names/names.queries';
export { seedWorkforce } from './seed/seed-workforce';
export { standingOf } from './standing/standing';
export { standingAsked } from './standing/standing-asked';
export { WORKFORCE } from './subgraph';
