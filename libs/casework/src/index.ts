export { seedChildJourneyTool } from './audit-tool/child-journey.seed';
export { CASEWORK } from './subgraph';
