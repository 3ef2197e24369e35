export { teamNames, workerNames } from './names/names.queries';
export { seedWorkforce } from './seed/seed-workforce';
export { standingOf } from './standing/standing';
export { standingAsked } from './standing/standing-asked';
export { WORKFORCE } from './subgraph';
export { loadReturn, type ReturnReport } from './workforce-return/load-return';
export { parseReturn } from './workforce-return/parse-return';
export { ReturnFileRefused } from './workforce-return/return-file-refused';
export { returnReportText } from './workforce-return/return-report';
