export { seedChildJourneyTool } from './audit-tool/child-journey.seed';
export { parseAnnexA } from './import/annex-a/parse-annex-a';
export { ImportFileRefused } from './import/import-file-refused';
export type { ImportReport, LoadedKind, LoadOptions } from './import/load/import-report';
export { loadImport } from './import/load/load-import';
export { nameDirectory, type NameDirectory, type NameMatches } from './import/load/name-directory';
export type { ListCount, NoteSeverity, ParsedImport, RowNote } from './import/parsed-import';
export { parseSsda903 } from './import/ssda903/parse-ssda903';
export { CASEWORK } from './subgraph';
