import type { Grade } from '@qaf/graph';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditState } from './audit.state';

/** The table `audit`, for commands. What the graph shows of it is `Audit`. */
@Entity({ name: 'audit' })
export class AuditRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  childId!: string;

  @Column({ type: 'uuid' })
  toolVersionId!: string;

  @Column({ type: 'uuid' })
  auditorId!: string;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  serviceId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', default: 'ALLOCATED' })
  state!: AuditState;

  @Column({ type: 'uuid', nullable: true })
  sampleId!: string | null;

  @Column({ type: 'date' })
  allocatedOn!: string;

  @Column({ type: 'date' })
  dueOn!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'boolean', default: false })
  withWorker!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  checklist!: { key: string; choice: string }[] | null;

  @Column({ type: 'date', nullable: true })
  checklistDoneOn!: string | null;

  @Column({ type: 'uuid', nullable: true })
  checklistDoneBy!: string | null;

  @Column({ type: 'text', nullable: true })
  computedGrade!: Grade | null;

  @Column({ type: 'text', array: true, default: [] })
  limitedBy!: string[];

  /** A grade for each practice priority that the answers serve, by its code; settled when the audit is submitted. */
  @Column({ type: 'jsonb', default: {} })
  priorityGrades!: Record<string, Grade>;

  @Column({ type: 'text', nullable: true })
  judgedGrade!: Grade | null;

  @Column({ type: 'text', nullable: true })
  gradeReason!: string | null;

  @Column({ type: 'text', nullable: true })
  strengths!: string | null;

  @Column({ type: 'text', nullable: true })
  areasToImprove!: string | null;

  @Column({ type: 'boolean', nullable: true })
  childVoiceEvident!: boolean | null;

  @Column({ type: 'date', nullable: true })
  submittedOn!: string | null;

  @Column({ type: 'uuid', nullable: true })
  moderatorId!: string | null;

  @Column({ type: 'text', nullable: true })
  moderatedGrade!: Grade | null;

  @Column({ type: 'text', nullable: true })
  moderationReason!: string | null;

  @Column({ type: 'date', nullable: true })
  moderatedOn!: string | null;

  @Column({ type: 'date', nullable: true })
  feedbackGivenOn!: string | null;

  @Column({ type: 'date', nullable: true })
  acknowledgedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  workerComment!: string | null;

  @Column({ type: 'date', nullable: true })
  closedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ type: 'int', default: 1 })
  version!: number;
}
