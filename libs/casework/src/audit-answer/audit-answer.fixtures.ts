import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { type Casework, viewer } from '../casework.fixtures';

const SAVE = `mutation M($input: SaveAuditAnswersInput!) { saveAuditAnswers(input: $input) { __typename
  ... on SaveAuditAnswersSuccess { audit { version answers { questionKey grade text version answeredBy { id } } } }
  ... on AuditVersionStale { currentVersion changedAnswers { questionKey answeredAt answeredBy { id } } } ... on Problem { code path } } }`;

/** Keys q-01 to q-60. */
export const SIXTY = Array.from({ length: 60 }, (_, index) => `q-${String(index + 1).padStart(2, '0')}`);

/** A published tool of sixty graded questions, and audits in progress on it. */
export class LongAudits {
  private constructor(
    private readonly casework: Casework,
    private readonly versionId: string,
  ) {}

  static async open(casework: Casework): Promise<LongAudits> {
    const sql = (text: string, params: unknown[] = []) => casework.sql<{ id: string }>(casework.psw, text, params);
    const [tool] = await sql(`insert into audit_tool (code, title) values ('long', 'A long audit') returning id`);
    const [version] = await sql('insert into audit_tool_version (tool_id, number) values ($1, 1) returning id', [tool?.id]);
    const [section] = await sql(`insert into audit_section (version_id, position, title) values ($1, 1, 'All') returning id`, [version?.id]);
    await sql(
      `insert into audit_question (version_id, section_id, position, key, text, kind) select $1, $2, n, 'q-' || lpad(n::text, 2, '0'), 'How well?', 'GRADE' from generate_series(1, 60) n`,
      [version?.id, section?.id],
    );
    await sql(`update audit_tool_version set state = 'PUBLISHED', published_on = '2026-01-01' where id = $1`, [version?.id]);
    return new LongAudits(casework, version?.id as string);
  }

  /** Somebody who works here and manages nobody in these stories. */
  async auditor(): Promise<Viewer> {
    const who = viewer('team_manager');
    await this.casework.told('workforce.worker.moved.v1', { workerId: who.personId, teamId: this.casework.south }, '2020-01-01T00:00:00Z');
    return who;
  }

  /** An audit in progress of a child of its own; answers its UUID. */
  async inProgress(auditor: Viewer): Promise<string> {
    const child = await this.casework.child();
    const [row] = await this.casework.sql<{ id: string }>(
      this.casework.machine,
      `insert into audit (child_id, tool_version_id, auditor_id, worker_id, team_id, kind, state, allocated_on, due_on, period)
       values ($1, $2, $3, $4, $5, 'CHILD_JOURNEY', 'IN_PROGRESS', '2026-03-01', '2026-03-31', '2026-03') returning id`,
      [child, this.versionId, auditor.personId, this.casework.worker.personId, this.casework.north],
    );
    return row?.id as string;
  }

  /** Saves one grade for each of the keys. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async save(who: Viewer, audit: string, version: number, keys: string[], grade: string, key: string = randomUUID()): Promise<any> {
    const input = { idempotencyKey: key, auditId: globalId('Audit', audit), version, answers: keys.map((questionKey) => ({ questionKey, grade })) };
    const { data, errors } = await this.casework.ask(who, SAVE, { input });
    if (errors.length > 0) throw new Error(errors.map((error) => error.extensions?.code ?? error.message).join());
    return data.saveAuditAnswers;
  }

  /** What is kept, read behind the application's back: key, grade, how often it was given. */
  kept(audit: string): Promise<{ key: string; grade: string; version: number }[]> {
    return this.casework.behind('select question_key as key, grade, version from casework.audit_answer where audit_id = $1 order by 1', [audit]);
  }
}
