import { randomUUID } from 'node:crypto';
import { insertRows, type SubgraphName } from '@qaf/database';
import { globalId } from '@qaf/graph';
import { machine } from '@qaf/identity';
import { TEAMS } from './authority';
import type { Stage } from './stage';

export interface StageChild {
  uuid: string;
  id: string;
  reference: string;
  episodeId: string;
}

let number = 0;

/** A child on a CP plan, held by a worker of a team, as an import would have brought it. */
export async function childOf(stage: Stage, team: 'north' | 'south', worker: 'northWorker' | 'northColleague' | 'southWorker'): Promise<StageChild> {
  number += 1;
  const uuid = randomUUID();
  const episodeId = randomUUID();
  const reference = `ST-${team}-${number}`;
  const place = { worker_id: stage.people[worker].id, team_id: TEAMS[team], iro_id: stage.people.iro.id };
  const load = (name: SubgraphName, rows: [string, object][]) =>
    stage.graph.subgraphs[name].unit(machine('machine_import', 'stage'), 'stage').command(async (tx) => {
      for (const [table, row] of rows) await insertRows(tx, table, [row]);
    });
  await load('casework', [
    ['child', { id: uuid, case_reference: reference, birth_year: 2014, birth_month: 5, gender: 'F', ethnicity: 'WBRI', disabled: false, ...place }],
    ['episode', { id: episodeId, child_id: uuid, kind: 'CP', source: 'stage', source_key: reference, started_on: '2026-01-12', details: {} }],
    ['child_allocation', { id: randomUUID(), child_id: uuid, role: 'WORKER', worker_id: place.worker_id, team_id: place.team_id, valid_from: '2026-01-12' }],
    ['case_meeting', { id: randomUUID(), child_id: uuid, kind: 'CP_CONFERENCE', stage: 'INITIAL', held_on: '2026-01-12', source: 'stage', source_key: reference }],
  ]);
  await load('workforce', [['child_place', { child_id: uuid, ...place, told_at: '2026-01-12T00:00:00Z' }]]);
  await load('voice', [
    ['child_place', { child_id: uuid, ...place, told_at: '2026-01-12T00:00:00Z' }],
    ['views_record', { id: randomUUID(), child_id: uuid, occasion: 'VISIT', occasion_id: randomUUID(), on_date: '2026-02-02', seen: true, seen_alone: true, ...place, source: 'IMPORT' }],
  ]);
  await load('governance', [['child_place', { child_id: uuid, ...place }]]);
  return { uuid, id: globalId('Child', uuid), reference, episodeId };
}
