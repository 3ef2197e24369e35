import { type ImportReport, type LoadOptions, loadImport, nameDirectory, type ParsedImport } from '@qaf/casework';
import { machine } from '@qaf/identity';
import { teamNames, workerNames } from '@qaf/workforce';
import type { OpenGraph } from './graph';

/** Loads what was read from a file into casework; its workers' and teams' names are matched with workforce's. */
export async function importInto(graph: OpenGraph, parsed: ParsedImport, options: LoadOptions): Promise<ImportReport> {
  const unit = graph.subgraphs.workforce.unit(machine('machine_import', 'import'), 'import');
  try {
    const workers = nameDirectory(await workerNames(unit));
    const teams = nameDirectory(await teamNames(unit));
    await unit.end();
    return await loadImport(graph.subgraphs.casework, parsed, { workers, teams }, options);
  } catch (error) {
    await unit.abandon();
    throw error;
  }
}
