export { standingOf } from './standing/standing';
export { WORKFORCE } from './subgraph';
