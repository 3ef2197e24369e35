export { loadDemonstration, seed, type DemonstrationOptions } from './load';
