import { DateTime } from '@qaf/graph';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RecordHealth', { description: 'How the record of access of one part of the graph is kept: sealed, handed to governance and checked. Seen by information governance officers alone.', simpleResolvers: true })
export class RecordHealth {
  @Field(() => String, { description: 'The part of the graph: `workforce`, `casework`, `voice` or `governance`.' })
  subgraph!: string;

  @Field(() => Int, { description: 'The number of the last batch that was sealed there; 0 before the first.' })
  sealedBatch!: number;

  @Field(() => DateTime, { nullable: true, description: 'When that was; null before the first. Where nothing is read, nothing is sealed.' })
  sealedAt!: Date | null;

  @Field(() => Int, { description: 'The number of the last batch that governance holds. What lies between the two is on its way, or is held up.' })
  receivedBatch!: number;

  @Field(() => DateTime, { nullable: true, description: 'When governance took it in; null before the first.' })
  receivedAt!: Date | null;

  @Field(() => Int, { description: 'Entries that were written and not yet sealed, when it was last told. More than a few for longer than a minute means that sealing stands still.' })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: 'The moment of the oldest of them; null when none waits.' })
  waitingSince!: Date | null;

  @Field(() => DateTime, { description: 'When this was last told. Older than a minute means that the sealer does not run or cannot reach governance.' })
  reportedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'A batch that governance would not take because its seal is not right; null when all is well.' })
  refusedBatch!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the whole record was last checked against its seals; null before the first time. Once a day, and by the command `record-check`.' })
  checkedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many batches that check went through; null before the first.' })
  checkedBatches!: number | null;

  @Field(() => [String], { description: 'What that check found: a kind and the number of the batch, such as `ALTERED 12`. Empty when the record is whole.' })
  faults!: string[];
}
