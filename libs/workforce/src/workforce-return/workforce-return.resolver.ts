import { connectionOf, Does, type GraphContext, listPage, listUnder, type Page, PageArgs, type Slice, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { workerById } from '../worker/worker.queries';
import { Worker } from '../worker/worker.type';
import { codesOfKind } from '../workforce-code/workforce-code.queries';
import { WorkforceCode } from '../workforce-code/workforce-code.type';
import { RETURN_LINES, RETURNS } from './workforce-return.queries';
import { WorkforceReturn, WorkforceReturnLine } from './workforce-return.type';

const WorkforceReturnConnection = connectionOf(() => WorkforceReturn, 'WorkforceReturn', 'workforce returns');
const WorkforceReturnLineConnection = connectionOf(() => WorkforceReturnLine, 'WorkforceReturnLine', 'lines of a workforce return');

@Resolver(() => WorkforceReturn)
export class WorkforceReturnResolver {
  @Query(() => WorkforceReturnConnection, { description: 'The workforce returns that were loaded, the latest first.' })
  @Does('workforce-return.read')
  async workforceReturns(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<WorkforceReturn>> {
    return listPage(unit, RETURNS, { page, orderBy: 'NEWEST' });
  }

  @FieldResolver(() => WorkforceReturnLineConnection, { nullable: true, description: 'The workers of the return, in the order of the file.' })
  async lines(
    @Root() { id }: WorkforceReturn,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('incomplete', () => Boolean, { nullable: true, description: 'True for those of whom something is missing or in no value of the return; false for the others; left out, all.' }) incomplete?: boolean,
  ): Promise<Page<WorkforceReturnLine>> {
    return listUnder(unit, RETURN_LINES, 'return', id, { page, orderBy: 'PLACE', where: new Where().given(incomplete, `(l.missing || l.doubtful <> '{}') = ?`) });
  }
}

@Resolver(() => WorkforceReturnLine)
export class WorkforceReturnLineResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'The worker, known by the registration number; null for somebody who is not on record here.' })
  async worker(@Root() { workerId }: WorkforceReturnLine, @Ctx() { unit }: GraphContext): Promise<Worker | null> {
    return workerId ? unit.load(workerById, workerId) : null;
  }

  @FieldResolver(() => WorkforceCode, { nullable: true, description: 'The role; null where the file does not say.' })
  async role(@Root() { roleReturnCode }: WorkforceReturnLine, @Ctx() { unit }: GraphContext): Promise<WorkforceCode | null> {
    return (await unit.load(codesOfKind, 'RETURN_ROLE')).find((code) => roleReturnCode !== null && code.returnCode === roleReturnCode) ?? null;
  }
}

/** The national return as it was submitted. */
export const workforceReturnSlice: Slice = {
  resolvers: [WorkforceReturnResolver, WorkforceReturnLineResolver],
  onRecord: { personal: ['WorkforceReturnLine'], open: ['WorkforceReturn'] },
};
