import { Grade, LocalDate, Text } from '@qaf/graph';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { AuditState } from './audit.state';

export enum AuditOrder {
  DUE = 'DUE',
  RECENT = 'RECENT',
}

registerEnumType(AuditOrder, {
  name: 'AuditOrder',
  description: 'How a list of audits is ordered; the id decides between equals.',
  valuesConfig: {
    DUE: { description: 'By due date, the earliest first.' },
    RECENT: { description: 'By the day of allocation, the latest first.' },
  },
});

@InputType({ description: 'Which audits are asked for; what is left out does not narrow.' })
export class AuditFilter {
  @Field(() => AuditState, { nullable: true, description: 'In this state.' })
  state?: AuditState;

  @Field(() => Boolean, { nullable: true, description: 'True: still to be submitted, and not withdrawn. False: the others.' })
  open?: boolean;

  @Field(() => Grade, { nullable: true, description: 'With this grade: the moderated one where there is one, else the auditor’s.' })
  grade?: Grade;

  @Field(() => Text, { nullable: true, description: 'CHILD_JOURNEY, THEMED or JOINT.' })
  kind?: string;

  @Field(() => Text, { nullable: true, description: 'Counting for this month of the programme, as YYYY-MM.' })
  period?: string;

  @Field(() => ID, { nullable: true, description: 'Of cases that this team held when they were allocated.' })
  teamId?: string;

  @Field(() => ID, { nullable: true, description: 'Carried out by this auditor.' })
  auditorId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this worker’s practice.' })
  workerId?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Due before this day.' })
  dueBefore?: string;
}
