import type { SliceContext } from '../slice-files';

/** The migration and the entity. */
export function tableFiles({ subgraph, names, stamp }: SliceContext): Record<string, string> {
  const { kebab, pascal, snake, words } = names;
  const migration = `Create${pascal}${stamp}`;
  return {
    [`migrations/${stamp}-create-${kebab}.ts`]: `import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = '${subgraph}';

// Whoever recorded it, those who lead its team, and quality. Widen it only as far as the programme says.
const SEEN = \`recorded_by = (select viewer_person()) or team_id = any((select viewer_teams())::uuid[])
  or (select viewer_holds('principal_social_worker', 'qpa_officer', 'machine_import'))\`;

/** Each ${words}, with who recorded it and for which team. */
export class ${migration} implements MigrationInterface {
  name = '${migration}';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, '${snake}', \`
      id uuid primary key default gen_random_uuid(),
      title text not null check (length(title) between 1 and 200),
      detail text,
      recorded_on date not null,
      recorded_by uuid not null,
      team_id uuid,
      version int not null default 1\`);
    await q.query(\`create index ${snake}_of_team on \${SCHEMA}.${snake} (team_id)\`);
    await q.query(\`create index ${snake}_by on \${SCHEMA}.${snake} (recorded_by)\`);
    await q.query(\`create index ${snake}_recorded on \${SCHEMA}.${snake} (recorded_on, id)\`);
    await protect(q, SCHEMA, '${snake}', { read: SEEN });
    await keepHistory(q, SCHEMA, '${snake}');
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTable(q, SCHEMA, '${snake}');
  }
}
`,
    [`${kebab}/${kebab}.entity.ts`]: `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: '${snake}' })
export class ${pascal}Row {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  @Column({ type: 'date' })
  recordedOn!: string;

  @Column({ type: 'uuid' })
  recordedBy!: string;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
`,
  };
}
