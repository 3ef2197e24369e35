import type { GraphContext } from '@qaf/graph';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { auditById } from './audit.queries';
import { Audit } from './audit.type';

/** The success of one change of an audit: the audit as it stands once the change is kept. */
export function auditSuccess(name: string, description: string) {
  @ObjectType(name, { description })
  class AuditSuccess {
    auditId!: string;

    @Field(() => Audit, { nullable: true, description: 'The audit as it stands now; null once the viewer no longer sees it.' })
    audit(@Ctx() { unit }: GraphContext): Promise<Audit | null> {
      return unit.load(auditById, this.auditId);
    }
  }
  return AuditSuccess;
}
