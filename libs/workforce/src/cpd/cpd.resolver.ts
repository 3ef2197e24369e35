import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import { datedKey, listLoader, rowLoader } from '@qaf/database';
import { command, CommandInput, Does, type GraphContext, inputInvalid, LocalDate, LongText, notFound, resultOf, Text } from '@qaf/graph';
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { settingOn, settingsOf } from '../workforce-setting/workforce-setting.queries';
import { cpdYearOf } from './cpd.rules';
import { CpdPiece, CpdYear } from './cpd.type';

const COLUMNS = `c.id, c.worker_id as "workerId", c.recorded_on as "recordedOn", c.title, c.reflection, c.peer_reflection as "peerReflection"`;

const pieceById = rowLoader<CpdPiece>('cpd.byId', (unit, ids) => unit.query(`select ${COLUMNS} from cpd_piece c where c.id = any($1::uuid[])`, [ids]), { entity: 'CpdPiece' });

/** The pieces of a worker's year; the key is its first day, a blank and the worker. */
const piecesOfYear = listLoader<CpdPiece & { key: string }>('cpd.ofYear', (row) => row.key, (unit, keys) =>
  unit.query(
    `select k.key, ${COLUMNS} from (select key, left(key, 10)::date as first, substr(key, 12)::uuid as worker from unnest($1::text[]) as k(key)) k
     join cpd_piece c on c.worker_id = k.worker and c.recorded_on >= k.first and c.recorded_on < k.first + interval '1 year' order by c.recorded_on, c.id`,
    [keys],
  ),
  { entity: 'CpdPiece' },
);

const particularsSeen = listLoader<{ workerId: string }>('employment.seen', (row) => row.workerId, (unit, ids) => unit.query('select distinct e.worker_id as "workerId" from employment e where e.worker_id = any($1::uuid[])', [ids]));

@InputType({ description: 'A piece of the caller’s own continuing professional development.' })
export class RecordCpdInput extends CommandInput {
  @Field(() => LocalDate, { description: 'The day it is recorded for; not a day to come.' })
  recordedOn!: string;

  @Field(() => Text, { description: 'What it was.' })
  title!: string;

  @Field(() => LongText, { description: 'What was learned and changed by it.' })
  reflection!: string;

  @Field(() => Boolean, { description: 'Whether it was talked over with a colleague.' })
  peerReflection!: boolean;
}

@ObjectType('RecordCpdSuccess', { description: 'The piece is on record.', simpleResolvers: true })
export class RecordCpdSuccess {
  pieceId!: string;
}

const RecordCpdResult = resultOf('RecordCpdResult', RecordCpdSuccess);

@Resolver(() => RecordCpdSuccess)
export class CpdResolver {
  @Mutation(() => RecordCpdResult, { description: 'Puts a piece of the caller’s own continuing professional development on record.' })
  @Does('cpd.record')
  async recordCpd(@Ctx() context: GraphContext, @Arg('input', () => RecordCpdInput, { description: 'The piece.' }) input: RecordCpdInput): Promise<object> {
    return command(context, 'recordCpd', input, async (tx) => {
      if (!tx.viewer.workerId || (await tx.query('select 1 from worker where id = $1', [tx.viewer.workerId])).length === 0) throw notFound([], 'worker');
      if (input.recordedOn > todayInLondon(context.now)) throw inputInvalid(['recordedOn'], 'The day is still to come.');
      const id = randomUUID();
      await tx.query('insert into cpd_piece (id, worker_id, recorded_on, title, reflection, peer_reflection) values ($1, $2, $3, $4, $5, $6)', [id, tx.viewer.workerId, input.recordedOn, input.title, input.reflection, input.peerReflection]);
      tx.changed('CpdPiece', [id], 'recordCpd');
      return { __typename: 'RecordCpdSuccess', pieceId: id };
    });
  }

  @FieldResolver(() => CpdPiece, { nullable: true, description: 'The piece.' })
  async piece(@Root() { pieceId }: RecordCpdSuccess, @Ctx() { unit }: GraphContext): Promise<CpdPiece | null> {
    return unit.load(pieceById, pieceId);
  }
}

@Resolver(() => Worker)
export class WorkerCpdResolver {
  @FieldResolver(() => CpdYear, { nullable: true, description: 'The worker’s continuing professional development in the year that a day falls in. Null for those who may not see it.' })
  async cpdYear(@Root() { id }: Worker, @Ctx() { unit, now }: GraphContext, @Arg('asOf', () => LocalDate, { nullable: true, description: 'A day of the year; today when left out.' }) asOf?: string): Promise<CpdYear | null> {
    const year = cpdYearOf(asOf ?? todayInLondon(now));
    // Terms of employment are seen by the same few; where they are hidden, an empty year would look like one not met.
    if ((await unit.load(particularsSeen, id)).length === 0) return null;
    const [pieces, needed, peers] = await Promise.all([unit.load(piecesOfYear, datedKey(id, year.from)), unit.load(settingsOf, 'CPD_PIECES'), unit.load(settingsOf, 'CPD_PEER_REFLECTIONS')]);
    const [rule, peerRule] = [settingOn(needed, year.from), settingOn(peers, year.from)];
    const met = rule && peerRule ? pieces.length >= rule.value && pieces.filter(({ peerReflection }) => peerReflection).length >= peerRule.value : null;
    return { ...year, pieces, piecesNeeded: rule?.value ?? null, peerReflectionsNeeded: peerRule?.value ?? null, met, source: rule?.source ?? null };
  }
}

export const cpdResolvers = [CpdResolver, WorkerCpdResolver];
