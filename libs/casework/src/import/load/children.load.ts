import type { CommandTransaction } from '@qaf/database';
import type { ChildRow } from '../parsed-import';
import { addMissing, changeDiffering, type Merge, stage } from './staging';

/** Where a told child is placed after the import; children without one keep their place. */
export interface PlannedPlace {
  reference: string;
  workerId: string | null;
  teamId: string | null;
}

/** A child that the import wrote. `placed`: new, or with another worker or team than before. */
export interface WrittenChild {
  id: string;
  placed: boolean;
}

const COLUMNS = {
  reference: 'text',
  birth_year: 'int',
  birth_month: 'int',
  expected_birth_month: 'text',
  gender: 'text',
  ethnicity: 'text',
  disabled: 'boolean',
  first_language: 'text',
  religion: 'text',
};

/** An answer that only says that nobody knows gives way to one that is held. */
const outOf = (column: string, weak: string) =>
  `case when told.${column} is null or (told.${column} in (${weak}) and held.${column} is not null and held.${column} not in (${weak})) then held.${column} else told.${column} end`;

/** A reference that was merged only leads on: what its rows say of the child does not overrule what is held. */
const unlessAlias = (merged: Record<string, string>) => Object.fromEntries(Object.entries(merged).map(([column, sql]) => [column, `case when told.alias then held.${column} else ${sql} end`]));

const CHILDREN: Merge = {
  table: 'child',
  staged: 'told_child',
  same: 'held.id = told.id',
  merged: unlessAlias({
    birth_year: 'coalesce(told.birth_year, held.birth_year)',
    birth_month: 'case when told.birth_year is null then held.birth_month else told.birth_month end',
    expected_birth_month: 'case when coalesce(told.birth_year, held.birth_year) is null then coalesce(told.expected_birth_month, held.expected_birth_month) end',
    gender: outOf('gender', `'U'`),
    ethnicity: outOf('ethnicity', `'NOBT', 'REFU'`),
    ...Object.fromEntries(['disabled', 'first_language', 'religion'].map((column) => [column, `coalesce(told.${column}, held.${column})`])),
    ...Object.fromEntries(['worker_id', 'team_id'].map((column) => [column, `case when told.placed then told.${column} else held.${column} end`])),
  }),
  fresh: {
    id: 'told.id',
    case_reference: 'told.reference',
    ...Object.fromEntries(Object.keys(COLUMNS).filter((column) => column !== 'reference').map((column) => [column, `told.${column}`])),
    worker_id: 'told.worker_id',
    team_id: 'told.team_id',
  },
};

/** Stages the told children under the ids they have, or will have. */
export async function stageChildren(tx: CommandTransaction, children: readonly ChildRow[]): Promise<void> {
  const rows = children.map((child) => ({
    reference: child.reference,
    birth_year: child.birthYear,
    birth_month: child.birthMonth,
    expected_birth_month: child.expectedBirthMonth,
    gender: child.gender,
    ethnicity: child.ethnicity,
    disabled: child.disabled,
    first_language: child.language,
    religion: child.religion,
  }));
  await stage(tx, 'told_child', COLUMNS, rows, {
    columns: 'id uuid, known boolean, placed boolean, worker_id uuid, team_id uuid, alias boolean not null, kept_reference text, primary key (reference)',
    fill: `select told.*, coalesce(k.id, c.id, gen_random_uuid()), coalesce(k.id, c.id) is not null, false, null, null, k.id is not null, coalesce(k.case_reference, told.reference)
      from told left join child c on c.case_reference = told.reference left join child_alias a on a.case_reference = told.reference left join child k on k.id = a.child_id`,
  });
}

/** Writes the children and their places. Needs `stageChildren` before. */
export async function writeChildren(tx: CommandTransaction, places: readonly PlannedPlace[]): Promise<{ added: WrittenChild[]; changed: WrittenChild[] }> {
  await tx.query(
    `update told_child t set placed = true, worker_id = p."workerId", team_id = p."teamId"
     from json_to_recordset($1::text::json) as p (reference text, "workerId" uuid, "teamId" uuid) where p.reference = t.reference`,
    [JSON.stringify(places)],
  );
  const changed = await changeDiffering<WrittenChild>(tx, CHILDREN, 'held.id, told.placed');
  const added = await addMissing<{ id: string }>(tx, CHILDREN, 'held.id');
  return { added: added.map(({ id }) => ({ id, placed: true })), changed };
}

/** The told references that were merged into another. Needs `stageChildren` before. */
export async function mergedReferences(tx: CommandTransaction): Promise<Set<string>> {
  const rows = await tx.query<{ reference: string }>('select reference from told_child where alias');
  return new Set(rows.map(({ reference }) => reference));
}
