import { connectionOf, Does, type GraphContext, listPage, type Page, PageArgs } from '@qaf/graph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IMPORT_RUNS, notesOfRun } from './import-run.queries';
import { ImportNote, ImportRun } from './import-run.type';

const ImportRunConnection = connectionOf(() => ImportRun, 'ImportRun', 'imports');

@Resolver(() => ImportRun)
export class ImportRunResolver {
  @Query(() => ImportRunConnection, { description: 'Files taken in, the latest first.' })
  @Does('import.read')
  async importRuns(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<ImportRun>> {
    return listPage(unit, IMPORT_RUNS, { page, orderBy: 'NEWEST' });
  }

  @FieldResolver(() => [ImportNote], { description: 'What the import says of single rows, in the order of the file, the first thousand.' })
  async notes(@Root() run: ImportRun, @Ctx() { unit }: GraphContext): Promise<ImportNote[]> {
    return unit.load(notesOfRun, run.id);
  }
}
