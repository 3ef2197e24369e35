import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, type ProblemValue, resultOf, type Success, Where } from '@qaf/graph';
import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { ResolveUnmatchedNameInput, UnmatchedNameFilter } from './unmatched-name.inputs';
import { UnmatchedNameVersionStale } from './unmatched-name.problems';
import { UNMATCHED_NAMES, unmatchedNameById } from './unmatched-name.queries';
import { resolveUnmatchedName } from './unmatched-name.service';
import { UnmatchedName } from './unmatched-name.type';

const UnmatchedNameConnection = connectionOf(() => UnmatchedName, 'UnmatchedName', 'names without a match');

@ObjectType('ResolveUnmatchedNameSuccess', { description: 'The name is resolved; the next import goes by it.' })
export class ResolveUnmatchedNameSuccess {
  unmatchedNameId!: string;

  @Field(() => UnmatchedName, { nullable: true, description: 'The name as it stands now.' })
  unmatchedName(@Ctx() { unit }: GraphContext): Promise<UnmatchedName | null> {
    return unit.load(unmatchedNameById, this.unmatchedNameId);
  }
}

const ResolveUnmatchedNameResult = resultOf('ResolveUnmatchedNameResult', ResolveUnmatchedNameSuccess, [UnmatchedNameVersionStale]);

@Resolver(() => UnmatchedName)
export class UnmatchedNameResolver {
  @Query(() => UnmatchedNameConnection, { description: 'Names of workers and teams in imports that match nobody, those with most rows first.' })
  @Does('import.resolve')
  async unmatchedNames(
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UnmatchedNameFilter, { nullable: true, description: 'Narrows the list.' }) filter?: UnmatchedNameFilter,
  ): Promise<Page<UnmatchedName>> {
    const where = new Where().given(filter?.kind, 'u.kind = ?').given(filter?.resolved, '(u.resolved_id is not null) = ?');
    return listPage(unit, UNMATCHED_NAMES, { page, orderBy: 'MOST_ROWS', where });
  }

  @Mutation(() => ResolveUnmatchedNameResult, { description: 'Says who a name in an import stands for.' })
  @Does('import.resolve')
  async resolveUnmatchedName(
    @Ctx() context: GraphContext,
    @Arg('input', () => ResolveUnmatchedNameInput, { description: 'Which name, and for whom it stands.' }) input: ResolveUnmatchedNameInput,
  ): Promise<Success | ProblemValue> {
    return command(context, 'resolveUnmatchedName', input, (tx) => resolveUnmatchedName(tx, input));
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The worker for whom it stands; null while unresolved, and for a team.' })
  worker(@Root() name: UnmatchedName): Worker | null {
    return name.kind === 'WORKER' ? workerRef(name.resolvedId) : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team for which it stands; null while unresolved, and for a worker.' })
  team(@Root() name: UnmatchedName): Team | null {
    return name.kind === 'TEAM' ? teamRef(name.resolvedId) : null;
  }
}
