export { GOVERNANCE } from './subgraph';
