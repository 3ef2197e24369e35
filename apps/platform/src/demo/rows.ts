import type { SubgraphName } from '@qaf/database';

/** The tables of each subgraph in the order that they are filled. */
export const TABLES: Record<SubgraphName, readonly string[]> = {
  workforce: ['service', 'team', 'worker', 'employment', 'person', 'role_assignment', 'team_membership', 'management_line', 'child_place', 'supervision_session', 'case_discussion', 'post', 'post_holding', 'worker_absence', 'worker_registration', 'worker_qualification', 'dbs_check', 'dbs_status_check', 'course', 'course_requirement', 'learning_event', 'learning_place', 'learning_booking', 'cpd_piece'],
  casework: ['worker_place', 'child', 'episode', 'child_allocation', 'case_meeting', 'visit', 'audit', 'audit_answer', 'audit_action', 'sample', 'sample_case', 'rag_form', 'rag_form_area', 'meeting_rag_form', 'rag_follow_up'],
  voice: ['child_place', 'invitation', 'views_record'],
  governance: ['worker_place', 'child_place', 'audit_place', 'action', 'action_step'],
};

/** Rows gathered by subgraph and table until they are loaded. Every row of a table names the same columns. */
export class Rows {
  private readonly gathered = new Map<string, object[]>();

  add(subgraph: SubgraphName, table: string, row: object): void {
    const key = `${subgraph}.${table}`;
    const rows = this.gathered.get(key);
    if (rows) rows.push(row);
    else this.gathered.set(key, [row]);
  }

  of(subgraph: SubgraphName, table: string): readonly object[] {
    return this.gathered.get(`${subgraph}.${table}`) ?? [];
  }

  count(): number {
    return [...this.gathered.values()].reduce((sum, rows) => sum + rows.length, 0);
  }
}
