import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionStateName } from './action.state';

@Entity({ name: 'action' })
export class ActionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text' })
  sourceKind!: string;

  @Column({ type: 'uuid', nullable: true })
  sourceId!: string | null;

  /** The event that opened it; null for an action that a person opened. */
  @Column({ type: 'uuid', nullable: true })
  sourceEvent!: string | null;

  /** The grade of the audit it follows from, as submitted. */
  @Column({ type: 'text', nullable: true })
  sourceGrade!: string | null;

  @Column({ type: 'uuid', nullable: true })
  childId!: string | null;

  @Column({ type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'uuid', nullable: true })
  deputyId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  verifierId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  openedById!: string | null;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  serviceId!: string | null;

  @Column({ type: 'date' })
  dueOn!: string;

  @Column({ type: 'text' })
  state!: ActionStateName;

  @Column({ type: 'text', nullable: true })
  measure!: string | null;

  @Column({ type: 'text', nullable: true })
  evidence!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  themeCode!: string | null;

  @Column({ type: 'text', nullable: true })
  priorityCode!: string | null;

  @Column({ type: 'date' })
  openedOn!: string;

  @Column({ type: 'date', nullable: true })
  doneOn!: string | null;

  @Column({ type: 'date', nullable: true })
  verifiedOn!: string | null;

  @Column({ type: 'date', nullable: true })
  cancelledOn!: string | null;

  @Column({ type: 'int' })
  escalationLevel!: number;

  @Column({ type: 'int' })
  version!: number;
}
