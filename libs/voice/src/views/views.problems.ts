import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('ViewsRecordVersionStale', { implements: Problem, description: 'Somebody changed the record since the caller read it.', simpleResolvers: true })
export class ViewsRecordVersionStale extends VersionStale {}

@ObjectType('ViewsRecordExists', { implements: Problem, description: 'There is a record for this occasion already. Read it and change it.', simpleResolvers: true })
export class ViewsRecordExists extends Problem {}
