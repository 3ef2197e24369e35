import { EVENT_PERSON, IDENTITY_PERSON, IMPORT_PERSON, RECORD_PERSON, REPORT_PERSON } from '@qaf/identity';
import { connectionOf, Does, type GraphContext, globalId, listPage, type Page, PageArgs } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { AccessRecordFilter } from './access-entry.inputs';
import { ENTRIES, entriesWhere } from './access-entry.queries';
import { AccessActor, type AccessEntryRow, AccessRecordEntry } from './access-entry.type';
import { recordHealth } from './record-health.queries';
import { RecordHealth } from './record-health.type';

const AccessRecordEntryConnection = connectionOf(() => AccessRecordEntry, 'AccessRecordEntry', 'entries of the record of access');

const MACHINES: Record<string, AccessActor> = {
  [IMPORT_PERSON]: AccessActor.IMPORT,
  [EVENT_PERSON]: AccessActor.EVENT,
  [IDENTITY_PERSON]: AccessActor.PLATFORM,
  [RECORD_PERSON]: AccessActor.PLATFORM,
  [REPORT_PERSON]: AccessActor.PLATFORM,
};

function actorOf(id: string | null): AccessActor {
  return id === null ? AccessActor.NOBODY : (MACHINES[id] ?? AccessActor.PERSON);
}

@Resolver(() => AccessRecordEntry)
export class RecordOfAccessResolver {
  @Query(() => AccessRecordEntryConnection, {
    description: 'Who looked at and changed what, of all parts of the graph, the latest first. For information governance officers. What was done in the last few seconds may still be on its way. Each person, record and operation is there once for each request.',
  })
  @Does('record-of-access.read')
  async accessRecord(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AccessRecordFilter, { nullable: true, description: 'Narrows the list.' }) filter?: AccessRecordFilter,
  ): Promise<Page<AccessEntryRow>> {
    return listPage(unit, ENTRIES, { page, orderBy: 'NEWEST', where: entriesWhere(filter ?? {}) });
  }

  @Query(() => [RecordHealth], { description: 'How the record of access is kept, for each part of the graph that has told so far. For information governance officers.' })
  @Does('record-of-access.read')
  async recordHealth(@Ctx() { unit }: GraphContext): Promise<RecordHealth[]> {
    return recordHealth(unit);
  }

  @FieldResolver(() => AccessActor)
  actor(@Root() entry: AccessEntryRow): AccessActor {
    return actorOf(entry.actorId);
  }

  @FieldResolver(() => Worker, { nullable: true })
  person(@Root() entry: AccessEntryRow): Worker | null {
    return entry.actorId !== null && actorOf(entry.actorId) === AccessActor.PERSON ? { id: entry.actorId } : null;
  }

  @FieldResolver(() => ID, { nullable: true })
  personId(@Root() entry: AccessEntryRow): string | null {
    return entry.actorId !== null && actorOf(entry.actorId) === AccessActor.PERSON ? globalId('Person', entry.actorId) : null;
  }

  @FieldResolver(() => ID, { nullable: true })
  entityId(@Root() entry: AccessEntryRow): string | null {
    return entry.objectId === null ? null : globalId(entry.entityType, entry.objectId);
  }
}
