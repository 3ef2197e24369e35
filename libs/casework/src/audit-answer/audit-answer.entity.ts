import type { Grade, Rag } from '@qaf/graph';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The table `audit_answer`: one row for each question answered. Exactly one of the value columns is filled. */
@Entity({ name: 'audit_answer' })
export class AuditAnswerRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @Column({ type: 'text' })
  questionKey!: string;

  @Column({ type: 'text', nullable: true })
  grade!: Grade | null;

  @Column({ type: 'text', nullable: true })
  rag!: Rag | null;

  @Column({ type: 'text', nullable: true })
  choice!: string | null;

  @Column({ type: 'int', nullable: true })
  scale!: number | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  @Column({ type: 'int', default: 1 })
  version!: number;
}
