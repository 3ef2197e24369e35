import { randomUUID } from 'node:crypto';
import { insertRows } from '@qaf/database';
import { machine } from '@qaf/identity';
import { SERVICE } from './authority';
import type { Stage } from './stage';

/** Submitted audits of a team: each of a child, by an auditor and of a worker of its own; under visits each has its own grade. */
export async function audited({ graph }: Stage, team: string, day: string, good: number, less: number): Promise<void> {
  await graph.subgraphs.casework.unit(machine('machine_import', 'figures'), 'figures').command(async (tx) => {
    const [tool] = await tx.query<{ id: string }>(`select id from audit_tool_version where state = 'PUBLISHED' limit 1`);
    const children = Array.from({ length: good + less }, () => ({ id: randomUUID(), case_reference: randomUUID(), team_id: team }));
    const grade = (at: number): string => (at < good ? 'GOOD' : 'REQUIRES_IMPROVEMENT');
    await insertRows(tx, 'child', children);
    await insertRows(tx, 'audit', children.map(({ id }, at) => ({
      id: randomUUID(), child_id: id, tool_version_id: tool?.id, auditor_id: randomUUID(), worker_id: randomUUID(), team_id: team, service_id: SERVICE, kind: 'CHILD_JOURNEY', state: 'SUBMITTED',
      allocated_on: day, due_on: day, period: day.slice(0, 7), with_worker: false, limited_by: [], judged_grade: grade(at), priority_grades: { visits: grade(at) }, submitted_on: day,
    })));
  });
}

/** What an import told voice of children's visits in the first quarter of 2018-19: of each group so many seen alone, and so many not. */
export async function seen({ graph }: Stage, told: readonly (readonly [team: string, group: string, alone: number, not: number])[]): Promise<void> {
  const facts = told.flatMap(([heldByTeamId, ethnicityGroup, alone, not]) =>
    Array.from({ length: alone + not }, (_, at) => ({
      childId: randomUUID(), kind: 'VISIT', sourceId: randomUUID(), on: '2018-05-14', seen: true, seenAlone: at < alone, participationCode: null, workerId: randomUUID(), teamId: null, heldByTeamId, heldByServiceId: SERVICE, ethnicityGroup,
    })),
  );
  await graph.subgraphs.voice.handle({ id: randomUUID(), type: 'casework.views.imported.v1', subject: 'import:1', occurredAt: '2018-07-10T09:00:00.000Z', data: { facts } });
}

/** Years to 31 March 2013 to 2024, as published (Department for Education, Characteristics of children in need). */
const REVIEWED = [97.3, 96.6, 96.7, 95.9, 98.9, 99.1, 95.9, 96.6, 96.9, 97.1, 93.0, 85.7];
const CATEGORY = 'Child Protection Plans reviewed within timescales';

export const INDICATOR_FILE = Buffer.from(
  [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_At31_3Months,Reviewed_within_timescales,Reviewed_within_timescales_percent',
    ...REVIEWED.map((percent, at) => [2013 + at, 'Reporting year', 'Local authority', 'E92000001', 'England', 'E12000005', 'West Midlands', '893', 'E06000051', 'Shropshire', CATEGORY, 'x', 'x', percent].join(',')),
  ].join('\n'),
);
