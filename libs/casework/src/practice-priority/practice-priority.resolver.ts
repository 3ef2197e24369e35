import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { questionsOfPriority } from '../audit-tool/audit-tool.queries';
import { AuditQuestion } from '../audit-tool/audit-tool.type';
import { PracticePriority } from './practice-priority.type';

@Resolver(() => PracticePriority)
export class PracticePriorityResolver {
  @FieldResolver(() => [AuditQuestion], { nullable: true, description: 'Questions of the audit tools in use that serve the priority. Seen by all staff.' })
  async auditQuestions(@Root() priority: PracticePriority, @Ctx() { unit }: GraphContext): Promise<AuditQuestion[]> {
    return unit.load(questionsOfPriority, priority.code);
  }
}
