import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'invitation' })
export class InvitationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  childId!: string;

  @Column({ type: 'uuid' })
  questionnaireVersionId!: string;

  @Column({ type: 'text' })
  audience!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'uuid', nullable: true })
  sourceEvent!: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'date' })
  raisedOn!: string;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  iroId!: string | null;

  @Column({ type: 'text', nullable: true })
  mode!: string | null;

  @Column({ type: 'date', nullable: true })
  givenOn!: string | null;

  @Column({ type: 'int' })
  linksGiven!: number;

  @Column({ type: 'text', nullable: true })
  ageBand!: string | null;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  outcomeReason!: string | null;

  @Column({ type: 'date', nullable: true })
  outcomeOn!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
