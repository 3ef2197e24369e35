import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'views_record' })
export class ViewsRecordRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  childId!: string;

  @Column({ type: 'text' })
  occasion!: string;

  @Column({ type: 'uuid', nullable: true })
  occasionId!: string | null;

  @Column({ type: 'date' })
  onDate!: string;

  @Column({ type: 'boolean', nullable: true })
  seen!: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  seenAlone!: boolean | null;

  @Column({ type: 'text', nullable: true })
  participationCode!: string | null;

  @Column({ type: 'text', nullable: true })
  views!: string | null;

  @Column({ type: 'boolean', nullable: true })
  influencedPlan!: boolean | null;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  iroId!: string | null;

  /** The team that held the child on the day, and its service. Figures are cut by it; the row rules are not. */
  @Column({ type: 'uuid', nullable: true })
  heldByTeamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  heldByServiceId!: string | null;

  @Column({ type: 'text', nullable: true })
  ethnicityGroup!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'int' })
  version!: number;
}
