import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'post' })
export class PostRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', unique: true })
  reference!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  serviceId!: string | null;

  @Column({ type: 'text' })
  roleCode!: string;

  @Column({ type: 'int' })
  fteThousandths!: number;

  @Column({ type: 'date' })
  validFrom!: string;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
