import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'post_holding' })
export class PostHoldingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  postId!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  employmentId!: string;

  @Column({ type: 'text' })
  kind!: 'SUBSTANTIVE' | 'ACTING';

  @Column({ type: 'boolean' })
  agencyWorker!: boolean;

  @Column({ type: 'int' })
  fteThousandths!: number;

  @Column({ type: 'date' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'boolean' })
  beginsEmployment!: boolean;

  @Column({ type: 'boolean' })
  endsEmployment!: boolean;

  /** The post's, by a trigger. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  teamId?: string | null;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  serviceId?: string | null;

  @Column({ type: 'text', nullable: true, insert: false, update: false })
  roleCode?: string | null;

  @Column({ type: 'int' })
  version!: number;
}
