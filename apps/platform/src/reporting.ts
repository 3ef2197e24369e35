import { AUDIT_RELEASES } from '@qaf/casework';
import type { SubgraphName } from '@qaf/database';
import { type PeriodPublished, type ReleaseSource, reportDue } from '@qaf/release';
import { VOICE_RELEASES } from '@qaf/voice';
import type { OpenGraph } from './graph';
import { DEFINITIONS } from './subgraphs';

/** What is published of each period that is over. */
export const REPORTING: readonly { name: SubgraphName; sources: readonly ReleaseSource[] }[] = [
  { name: 'casework', sources: AUDIT_RELEASES },
  { name: 'voice', sources: VOICE_RELEASES },
];

/** Publishes now what the machine would at its next look. */
export async function publishDue(graph: Pick<OpenGraph, 'subgraphs'>, now: Date): Promise<PeriodPublished[]> {
  const done: PeriodPublished[] = [];
  for (const { name, sources } of REPORTING) done.push(...(await reportDue(graph.subgraphs[name], { store: DEFINITIONS[name].store, sources }, now)));
  return done;
}
