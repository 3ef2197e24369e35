import type { CommandTransaction } from '@qaf/database';

/** The sections of a version by their place. */
export async function sectionsInOrder(tx: CommandTransaction, versionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from audit_section where version_id = $1 order by position', [versionId]);
  return rows.map((row) => row.id);
}

/** The questions of a section by their place. */
export async function questionsInOrder(tx: CommandTransaction, sectionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from audit_question where section_id = $1 order by position', [sectionId]);
  return rows.map((row) => row.id);
}

/** Gives sections their places in the order given. */
export async function numberSections(tx: CommandTransaction, ids: readonly string[]): Promise<void> {
  await tx.query(`update audit_section s set position = g.place from unnest($1::uuid[]) with ordinality as g(id, place) where s.id = g.id and s.position <> g.place`, [ids]);
}

/** Counts the questions of a version through its sections, those of one section in the order given where there is one. */
export async function numberQuestions(tx: CommandTransaction, versionId: string, ordered: readonly string[] = []): Promise<void> {
  await tx.query(
    `update audit_question q set position = n.place
     from (select o.id, row_number() over (order by s.position, array_position($2::uuid[], o.id), o.position) as place
           from audit_question o join audit_section s on s.id = o.section_id where o.version_id = $1) n
     where q.id = n.id and q.position <> n.place`,
    [versionId, ordered],
  );
}
