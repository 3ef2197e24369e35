import { DateTime } from '@qaf/graph';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Worker } from '../worker/worker.type';

export enum AccessOperation {
  READ = 'READ',
  CHANGE = 'CHANGE',
  REFUSED = 'REFUSED',
}

registerEnumType(AccessOperation, {
  name: 'AccessOperation',
  description: 'What was done with a record.',
  valuesConfig: {
    READ: { description: 'It was given out.' },
    CHANGE: { description: 'It was made or changed.' },
    REFUSED: { description: 'It was asked for or to be changed, and was not: because of the person’s roles, because it does not exist for them, or by a rule.' },
  },
});

export enum AccessActor {
  PERSON = 'PERSON',
  IMPORT = 'IMPORT',
  EVENT = 'EVENT',
  PLATFORM = 'PLATFORM',
  NOBODY = 'NOBODY',
}

registerEnumType(AccessActor, {
  name: 'AccessActor',
  description: 'What sort of actor looked or changed.',
  valuesConfig: {
    PERSON: { description: 'A person who was signed in.' },
    IMPORT: { description: 'The import of a file.' },
    EVENT: { description: 'What happened in one part of the graph, taking effect in another.' },
    PLATFORM: { description: 'The platform itself.' },
    NOBODY: { description: 'Somebody who answered a questionnaire without signing in.' },
  },
});

@ObjectType('AccessRecordEntry', {
  description: 'One person’s dealing with one record: who, when, what, why, and what came of it. Kept for ever as it was written. Seen by information governance officers alone. Asking for it is on record too.',
  simpleResolvers: true,
})
export class AccessRecordEntry {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When, by the database’s clock.' })
  at!: Date;

  @Field(() => AccessActor, { description: 'Whether it was a person or a machine.' })
  actor!: AccessActor;

  @Field(() => Worker, { nullable: true, description: 'The worker who acted; null for machines, and for people who are not on the authority’s staff.' })
  person!: Worker | null;

  @Field(() => ID, { nullable: true, description: 'Opaque id of the person who acted, staff or not; null for nobody and for machines. Give it as `personId` of the filter.' })
  personId!: string | null;

  @Field(() => AccessOperation, { description: 'Whether the record was read, changed or refused.' })
  operation!: AccessOperation;

  @Field(() => String, { description: 'The type of the record, as the graph names it: `Child`, `Audit`, `SupervisionSession` and so on.' })
  entityType!: string;

  @Field(() => ID, { nullable: true, description: 'The record’s id in the graph. Who asks need not be able to see it. Null where the act named none.' })
  entityId!: string | null;

  @Field(() => String, { description: 'By which field of the graph, command or event; `_entities` where another part of the graph led to it.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words the person gave where they were asked (`x-purpose`); null where they gave none.' })
  purpose!: string | null;

  @Field(() => String, { description: '`GIVEN`, or the code of the refusal, such as `FORBIDDEN`, `NotFound` or a problem of the command.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'The request’s id, as in answers and logs.' })
  request!: string | null;

  @Field(() => String, { description: 'Which part of the graph wrote it: `workforce`, `casework`, `voice` or `governance`.' })
  subgraph!: string;

  @Field(() => Int, { description: 'The number of the sealed batch that it lies in, counted for each part of the graph.' })
  batch!: number;

  @Field(() => DateTime, { description: 'When that batch was sealed.' })
  sealedAt!: Date;
}

/** As the query gives it: the ids plain. */
export interface AccessEntryRow extends AccessRecordEntry {
  actorId: string | null;
  objectId: string | null;
}
