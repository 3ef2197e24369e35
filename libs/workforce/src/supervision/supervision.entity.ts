import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupervisionState } from './supervision.state';

@Entity({ name: 'supervision_session' })
export class SupervisionSessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  supervisorId!: string;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  state!: SupervisionState;

  @Column({ type: 'date' })
  plannedFor!: string;

  @Column({ type: 'date', nullable: true })
  heldOn!: string | null;

  @Column({ type: 'text', nullable: true })
  cancelledReason!: string | null;

  @Column({ type: 'boolean', nullable: true })
  reflectiveAnalysis!: boolean | null;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'int' })
  version!: number;
}

@Entity({ name: 'case_discussion' })
export class CaseDiscussionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  sessionId!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  supervisorId!: string;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid' })
  childId!: string;

  @Column({ type: 'date' })
  heldOn!: string;

  @Column({ type: 'text' })
  discussed!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text', nullable: true })
  agreedActions!: string | null;

  /** The child that the discussion was recorded for, where two records of one child became one. */
  @Column({ type: 'uuid', nullable: true })
  mergedFrom!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
