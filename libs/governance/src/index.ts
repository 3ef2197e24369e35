export { evidenceDesk, type EvidenceDeskOptions } from './evidence-file/evidence-desk';
export { keepEvidenceSecret } from './evidence-file/evidence-links';
export { IndicatorFileRefused } from './indicator/indicator-file';
export type { IndicatorNote } from './indicator/indicator-rows';
export { type IndicatorReport, type LoadIndicators, loadIndicators } from './indicator/load-indicators';
export { seedGovernance } from './seed/seed';
export { noteCheck } from './record-of-access/receive-record';
export { copyOf } from './record-of-access/record-copy';
export { GOVERNANCE } from './subgraph';
