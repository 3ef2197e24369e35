import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { sessionById } from './supervision.queries';
import { CancelSupervisionSuccess, PlanSupervisionSuccess, RecordSupervisionSuccess, SessionSuccess } from './supervision.results';
import { SupervisionSession } from './supervision.type';

const SESSION = { nullable: true, description: 'The session as it stands now.' } as const;

function sessionOf(success: SessionSuccess, { unit }: GraphContext): Promise<SupervisionSession | null> {
  return unit.load(sessionById, success.sessionId);
}

@Resolver(() => PlanSupervisionSuccess)
export class PlanSupervisionSuccessResolver {
  @FieldResolver(() => SupervisionSession, SESSION)
  async session(@Root() success: PlanSupervisionSuccess, @Ctx() context: GraphContext): Promise<SupervisionSession | null> {
    return sessionOf(success, context);
  }
}

@Resolver(() => RecordSupervisionSuccess)
export class RecordSupervisionSuccessResolver {
  @FieldResolver(() => SupervisionSession, SESSION)
  async session(@Root() success: RecordSupervisionSuccess, @Ctx() context: GraphContext): Promise<SupervisionSession | null> {
    return sessionOf(success, context);
  }
}

@Resolver(() => CancelSupervisionSuccess)
export class CancelSupervisionSuccessResolver {
  @FieldResolver(() => SupervisionSession, SESSION)
  async session(@Root() success: CancelSupervisionSuccess, @Ctx() context: GraphContext): Promise<SupervisionSession | null> {
    return sessionOf(success, context);
  }
}
