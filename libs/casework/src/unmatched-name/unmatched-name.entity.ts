import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The table `unmatched_name`, for commands. */
@Entity({ name: 'unmatched_name' })
export class UnmatchedNameRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  kind!: 'WORKER' | 'TEAM';

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'int' })
  rows!: number;

  @Column({ type: 'text' })
  firstList!: string;

  @Column({ type: 'int' })
  firstRow!: number;

  @Column({ type: 'uuid', nullable: true })
  resolvedId!: string | null;

  @Column({ type: 'int', default: 1 })
  version!: number;
}
