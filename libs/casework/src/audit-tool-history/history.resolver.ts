import { type GraphContext, Text } from '@qaf/graph';
import { listLoader } from '@qaf/database';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditTool } from '../audit-tool/audit-tool.type';
import { type Asked, historiesOf } from './history.rules';
import { AuditQuestionHistory } from './history.type';

/** Every wording of every question of a tool; those of the newest version come first, in its order. */
const askedByTool = listLoader<Asked & { toolId: string }>('auditQuestion.askedByTool', (row) => row.toolId, (unit, ids) =>
  unit.query(
    `select v.tool_id as "toolId", q.key, v.number as "versionNumber", v.state, q.text, q.guidance, q.kind, q.means_the_same_as as "meansTheSameAs"
     from audit_question q join audit_tool_version v on v.id = q.version_id where v.tool_id = any($1::uuid[]) order by v.number desc, q.position`,
    [ids],
  ),
);

@Resolver(() => AuditTool)
export class AuditToolHistoryResolver {
  @FieldResolver(() => [AuditQuestionHistory], { nullable: true, description: 'Its questions through the versions: how each was worded, and which versions may be compared. Those of the newest version first.' })
  async questionHistories(
    @Root() tool: AuditTool,
    @Ctx() { unit }: GraphContext,
    @Arg('key', () => Text, { nullable: true, description: 'The question of this key alone.' }) key?: string,
  ): Promise<AuditQuestionHistory[]> {
    const asked = await unit.load(askedByTool, tool.id);
    return historiesOf(key == null ? asked : asked.filter((one) => one.key === key));
  }
}
