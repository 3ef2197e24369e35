import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { viewsRecordById } from './views.queries';
import { ChangeViewsSuccess, RecordViewsSuccess } from './views.results';
import { ViewsRecord } from './views.type';

const RECORD = { nullable: true, description: 'The record as it stands now.' } as const;

@Resolver(() => RecordViewsSuccess)
export class RecordViewsSuccessResolver {
  @FieldResolver(() => ViewsRecord, RECORD)
  async viewsRecord(@Root() success: RecordViewsSuccess, @Ctx() { unit }: GraphContext): Promise<ViewsRecord | null> {
    return unit.load(viewsRecordById, success.viewsRecordId);
  }
}

@Resolver(() => ChangeViewsSuccess)
export class ChangeViewsSuccessResolver {
  @FieldResolver(() => ViewsRecord, RECORD)
  async viewsRecord(@Root() success: ChangeViewsSuccess, @Ctx() { unit }: GraphContext): Promise<ViewsRecord | null> {
    return unit.load(viewsRecordById, success.viewsRecordId);
  }
}
