import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'worker' })
export class WorkerRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', unique: true })
  staffNumber!: string;

  @Column({ type: 'text' })
  displayName!: string;

  @Column({ type: 'text' })
  jobTitle!: string;

  @Column({ type: 'date', nullable: true })
  leftOn!: string | null;

  @Column({ type: 'int' })
  version!: number;
}

@Entity({ name: 'employment' })
export class EmploymentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'int' })
  fteThousandths!: number;

  @Column({ type: 'boolean' })
  agencyWorker!: boolean;

  @Column({ type: 'date' })
  startedOn!: string;

  @Column({ type: 'date', nullable: true })
  leftOn!: string | null;

  @Column({ type: 'text', nullable: true })
  leavingReason!: string | null;

  @Column({ type: 'text', nullable: true })
  originCode!: string | null;

  @Column({ type: 'text', nullable: true })
  destinationCode!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
