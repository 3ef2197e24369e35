export { CASEWORK } from './subgraph';
