import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Sample, SampleCase } from './sample.type';

const COLUMNS = `s.id, s.title, s.method, s.size, s.kind, s.with_worker as "withWorker", s.plan_types as "planTypes", s.audited_within_days as "auditedWithinDays", s.seed, s.generator,
  s.frame_size as "frameSize", s.frame_digest as "frameDigest", s.drawn_count as "drawnCount", s.drawn_on as "drawnOn", s.tool_version_id as "toolVersionId", s.team_ids as "teamIds",
  s.auditor_ids as "auditorIds", s.drawn_by as "drawnBy", s.quotas, s.strata as "keptStrata"`;
const CASE = `k.id, k.place, k.plan_type as "planType", k.excluded as "excludedBecause", k.child_id as "childId", k.team_id as "teamId", k.sample_id as "sampleId"`;

export const sampleById = rowLoader<Sample>('sample.byId', (unit, ids) => unit.query(`select ${COLUMNS} from sample s where s.id = any($1::uuid[])`, [ids]));

export const sampleCaseById = rowLoader<SampleCase>('sampleCase.byId', (unit, ids) => unit.query(`select ${CASE} from sample_case k where k.id = any($1::uuid[])`, [ids]), { entity: 'SampleCase' });

export const SAMPLES: ListDefinition<Sample> = {
  name: 'samples',
  columns: COLUMNS,
  from: 'sample s',
  id: 's.id',
  orders: { RECENT: { terms: [{ sql: 's.drawn_on', type: 'date' }], descending: true } },
};

/** Drawn cases in the order of the draw, then the others of the frame. */
export const SAMPLE_CASES: ListDefinition<SampleCase> = {
  name: 'sampleCases',
  columns: CASE,
  from: 'sample_case k',
  id: 'k.id',
  orders: { DRAWN: { terms: [{ sql: 'coalesce(k.place, 2147483647)', type: 'bigint' }] } },
  parents: { sample: 'k.sample_id' },
  entity: 'SampleCase',
};

/** The frame as it is kept, for those who see all of it. */
export const frameOfSample = listLoader<{ sampleId: string; key: string; team: string | null; plan: string; excluded: string | null; place: number | null }>('sample.frame', (row) => row.sampleId, (unit, ids) =>
  unit.query(`select k.sample_id as "sampleId", k.case_key as key, k.team_id as team, k.plan_type as plan, k.excluded, k.place from sample_case k where k.sample_id = any($1::uuid[]) order by k.case_key`, [ids]),
);

/** The audit that a drawn case led to. */
export const auditsOfSample = listLoader<{ id: string; sampleId: string; childId: string }>('sample.audits', (row) => row.sampleId, (unit, ids) =>
  unit.query(`select a.id, a.sample_id as "sampleId", a.child_id as "childId" from audit a where a.sample_id = any($1::uuid[]) and a.state <> 'WITHDRAWN'`, [ids]),
);
