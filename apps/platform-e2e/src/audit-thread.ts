import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Answer, Stage } from './stage';
import type { Cast } from './authority';
import { inDays } from './days';

export const key = (): { idempotencyKey: string } => ({ idempotencyKey: randomUUID() });

const AUDIT = `audit { id version state grade judgedGrade computedGrade }`;
const PROBLEM = `... on Problem { code message path }`;

/** Sends one of the commands on an audit and answers its result. */
export async function auditCommand(stage: Stage, person: keyof Cast, command: string, input: object): Promise<{ __typename: string; code?: string; audit: { id: string; version: number; state: string; grade: string } }> {
  const type = command[0]?.toUpperCase() + command.slice(1);
  const answer: Answer = await stage.ask(person, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${AUDIT} } ${PROBLEM} } }`, { input: { ...key(), ...input } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data[command];
}

/** Answers that fit each question of the published tool: the graded ones with one grade. */
export async function answersWith(stage: Stage, grade: string): Promise<object[]> {
  const { data } = await stage.ask('quality', '{ auditTool(code: "child-journey") { current { questions { key kind } } } }');
  return (data.auditTool.current.questions as { key: string; kind: string }[]).map(({ key: questionKey, kind }) => ({
    questionKey,
    ...(kind === 'GRADE' && { grade }),
    ...(kind === 'RAG' && { rag: 'AMBER' }),
    ...(kind === 'YES_NO_NA' && { choice: 'YES' }),
    ...(kind === 'SCALE' && { scale: 5 }),
    ...(kind === 'TEXT' && { text: 'Seen in the file.' }),
  }));
}

/** Takes a child's audit from its allocation to its submission with one grade. */
export async function submittedAudit(stage: Stage, childId: string, grade: string): Promise<{ id: string; version: number }> {
  const allocated = await auditCommand(stage, 'quality', 'allocateAudit', { childId, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'child-journey', dueOn: inDays(120) });
  const { data } = await stage.ask('quality', '{ auditTool(code: "child-journey") { current { checklist { key } } } }');
  const answers = (data.auditTool.current.checklist as { key: string }[]).map((item) => ({ key: item.key, choice: 'YES' }));
  const checked = await auditCommand(stage, 'northWorker', 'completeAuditChecklist', { auditId: allocated.audit.id, version: allocated.audit.version, answers });
  const started = await auditCommand(stage, 'southManager', 'startAudit', { auditId: allocated.audit.id, version: checked.audit.version });
  const saved = await auditCommand(stage, 'southManager', 'saveAuditAnswers', { auditId: allocated.audit.id, version: started.audit.version, answers: await answersWith(stage, grade) });
  const submitted = await auditCommand(stage, 'southManager', 'submitAudit', {
    auditId: allocated.audit.id, version: saved.audit.version, judgedGrade: grade, gradeReason: 'As the answers say.', strengths: 'Known well.', areasToImprove: 'The plan.', childVoiceEvident: true,
  });
  return { id: submitted.audit.id, version: submitted.audit.version };
}
