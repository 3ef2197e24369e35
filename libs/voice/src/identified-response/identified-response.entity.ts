import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'identified_response' })
export class IdentifiedResponseRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  childId!: string;

  @Column({ type: 'uuid', nullable: true })
  invitationId!: string | null;

  @Column({ type: 'uuid' })
  questionnaireVersionId!: string;

  @Column({ type: 'date' })
  consentGivenOn!: string;

  @Column({ type: 'date', nullable: true })
  consentWithdrawnOn!: string | null;

  @Column({ type: 'boolean' })
  sharedWithManagers!: boolean;

  @Column({ type: 'boolean' })
  sharedWithQuality!: boolean;

  @Column({ type: 'uuid' })
  recordedBy!: string;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  iroId!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
