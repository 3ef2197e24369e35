import { Grade } from '@qaf/graph';
import { countValue, provenanceOf, type ReleasedTable, shareValue } from '@qaf/release';
import { type TableLine, totalOf } from '@qaf/statistics';
import { NONE } from './audit-grades.facts';
import type { AuditGradeLine, AuditGradesRelease } from './audit-grades.type';

const BEST_FIRST = [Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE];

/** A released table as the graph shows it. */
export function gradesRelease(table: ReleasedTable, where: Readonly<Record<string, string>> = {}): AuditGradesRelease {
  const [only] = table.lines;
  const n = table.lines.length === 1 && only ? totalOf(only) : null;
  return { provenance: provenanceOf(table, where, n), lines: table.lines.map((line) => gradeLine(table, line)) };
}

function gradeLine(table: ReleasedTable, line: TableLine): AuditGradeLine {
  const placed = (dimension: string, level: string): string | null => (table.table.by[dimension] === level && line.at[dimension] !== NONE ? (line.at[dimension] ?? null) : null);
  const [team, service, priority] = [placed('organisation', 'team'), placed('organisation', 'service'), placed('priority', 'priority')];
  return {
    team: team === null ? null : { id: team },
    service: service === null ? null : { id: service },
    priority: priority === null ? null : { code: priority },
    total: countValue(totalOf(line)),
    grades: table.table.shareOnly ? [] : BEST_FIRST.map((grade) => ({ grade, count: countValue(line.counts.get(grade) ?? null) })),
    goodOrBetter: shareValue(table.lattice.measure, line),
  };
}
