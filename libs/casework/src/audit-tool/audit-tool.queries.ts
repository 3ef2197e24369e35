import { listLoader, rowLoader } from '@qaf/database';
import type { AuditChecklistItem, AuditQuestion, AuditSection, AuditTool, AuditToolVersion } from './audit-tool.type';

const VERSION = `v.id, v.tool_id as "toolId", v.number, v.state, v.published_on as "publishedOn", v.retired_on as "retiredOn", v.piloted_on as "pilotedOn", v.version`;
const QUESTION = `q.id, q.version_id as "versionId", q.section_id as "sectionId", q.position, q.key, q.text, q.guidance, q.kind, q.weight, q.mandatory, q.limiting, q.priority_code as "priorityCode",
  q.caps_at as "capsAt", q.evidence_required as "evidenceRequired", q.means_the_same_as as "meansTheSameAs",
  case when q.asked_when_key is not null then json_build_object('key', q.asked_when_key, 'answers', q.asked_when_answers) end as "askedWhen"`;

export const auditToolById = rowLoader<AuditTool>('auditTool.byId', (unit, ids) =>
  unit.query(`select t.id, t.code, t.title from audit_tool t where t.id = any($1::uuid[])`, [ids]),
);

export const versionById = rowLoader<AuditToolVersion>('auditToolVersion.byId', (unit, ids) =>
  unit.query(`select ${VERSION} from audit_tool_version v where v.id = any($1::uuid[])`, [ids]),
);

export const versionsOfTool = listLoader<AuditToolVersion>('auditToolVersion.ofTool', (row) => row.toolId, (unit, ids) =>
  unit.query(`select ${VERSION} from audit_tool_version v where v.tool_id = any($1::uuid[]) order by v.number desc`, [ids]),
);

export const sectionsOfVersion = listLoader<AuditSection>('auditSection.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(`select s.id, s.version_id as "versionId", s.position, s.title from audit_section s where s.version_id = any($1::uuid[]) order by s.position`, [ids]),
);

export const questionsOfVersion = listLoader<AuditQuestion>('auditQuestion.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(`select ${QUESTION} from audit_question q where q.version_id = any($1::uuid[]) order by q.position`, [ids]),
);

export const checklistOfVersion = listLoader<AuditChecklistItem>('auditChecklist.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(`select i.id, i.version_id as "versionId", i.position, i.key, i.text from audit_checklist_item i where i.version_id = any($1::uuid[]) order by i.position`, [ids]),
);

/** Questions of the versions in use that serve a practice priority. */
export const questionsOfPriority = listLoader<AuditQuestion>('auditQuestion.ofPriority', (row) => row.priorityCode ?? '', (unit, codes) =>
  unit.query(
    `select ${QUESTION} from audit_question q join audit_tool_version v on v.id = q.version_id and v.state = 'PUBLISHED' join audit_tool t on t.id = v.tool_id
     where q.priority_code = any($1::text[]) order by t.code, q.position`,
    [codes],
  ),
);

export const servicesOfVersion = listLoader<{ id: string; versionId: string }>('auditToolService.ofVersion', (row) => row.versionId, (unit, ids) =>
  unit.query(`select s.service_id as id, s.version_id as "versionId" from audit_tool_service s where s.version_id = any($1::uuid[]) order by s.service_id`, [ids]),
);
