import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HelpRequestState } from './help-request.state';

@Entity({ name: 'help_request' })
export class HelpRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  howToReach!: string | null;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ type: 'timestamptz' })
  askedAt!: Date;

  @Column({ type: 'text' })
  state!: HelpRequestState;

  @Column({ type: 'uuid', nullable: true })
  takenBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  takenAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'int' })
  version!: number;
}
