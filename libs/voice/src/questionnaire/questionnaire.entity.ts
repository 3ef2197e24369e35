import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionnaireState } from './questionnaire.state';

@Entity({ name: 'questionnaire_version' })
export class QuestionnaireVersionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  questionnaireId!: string;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'text' })
  state!: QuestionnaireState;

  @Column({ type: 'date', nullable: true })
  publishedOn!: string | null;

  @Column({ type: 'date', nullable: true })
  retiredOn!: string | null;

  /** What is kept beside an anonymous answer, the first held to longest. */
  @Column({ type: 'text', array: true })
  keptAttributes!: string[];

  @Column({ type: 'int' })
  version!: number;
}
