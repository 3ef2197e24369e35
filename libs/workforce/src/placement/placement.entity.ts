import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'team_membership' })
export class TeamMembershipRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'date' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'int' })
  version!: number;
}

@Entity({ name: 'management_line' })
export class ManagementLineRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  managerId!: string;

  @Column({ type: 'date' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
