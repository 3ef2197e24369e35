import { type GraphContext, resultOf } from '@qaf/graph';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { versionById } from '../audit-tool/audit-tool.queries';
import { AuditToolVersion } from '../audit-tool/audit-tool.type';

type ObjectClass = abstract new (...args: never[]) => object;

/** The result of one change of a tool: the version as it stands once the change is kept, or what kept it from being made. */
export function toolResult(name: string, description: string, problems: ObjectClass[]): object {
  @ObjectType(`${name}Success`, { description })
  class ToolSuccess {
    toolVersionId!: string;

    @Field(() => AuditToolVersion, { nullable: true, description: 'The version as it stands now.' })
    toolVersion(@Ctx() { unit }: GraphContext): Promise<AuditToolVersion | null> {
      return unit.load(versionById, this.toolVersionId);
    }
  }
  return resultOf(`${name}Result`, ToolSuccess, problems);
}
