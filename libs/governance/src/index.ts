export { seedGovernance } from './seed/seed';
export { GOVERNANCE } from './subgraph';
