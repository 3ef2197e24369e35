export { evidenceDesk, type EvidenceDeskOptions } from './evidence-file/evidence-desk';
export { keepEvidenceSecret } from './evidence-file/evidence-links';
export { seedGovernance } from './seed/seed';
export { GOVERNANCE } from './subgraph';
