import { Grade } from '@qaf/graph';
import { Provenance, SuppressedCount, SuppressedShare } from '@qaf/release';
import { Field, ObjectType } from 'type-graphql';
import { PracticePriority } from '../practice-priority/practice-priority.type';
import { Service } from '../service/service.type';
import { Team } from '../team/team.type';

@ObjectType('AuditGradeCount', { description: 'How many audits have one grade.', simpleResolvers: true })
export class AuditGradeCount {
  @Field(() => Grade, { description: 'The grade.' })
  grade!: Grade;

  @Field(() => SuppressedCount, { description: 'How many audits have it.' })
  count!: SuppressedCount;
}

@ObjectType('AuditGradeLine', { description: 'The grades of the audits of one team, service, priority or the whole authority in a period. Released figures, for everyone who signs in.', simpleResolvers: true })
export class AuditGradeLine {
  @Field(() => Team, { nullable: true, description: 'The team, in a table by team; null in others, and where the team was not known.' })
  team!: Team | null;

  @Field(() => Service, { nullable: true, description: 'The service, in a table by service; null in others, and where the service was not known.' })
  service!: Service | null;

  @Field(() => PracticePriority, { nullable: true, description: 'The practice priority, in a table by priority; null in others.' })
  priority!: PracticePriority | null;

  @Field(() => SuppressedCount, { description: 'How many audits there are in all.' })
  total!: SuppressedCount;

  @Field(() => [AuditGradeCount], { description: 'By grade, best first. Empty in the tables by team and by service, which tell the share alone.' })
  grades!: AuditGradeCount[];

  @Field(() => SuppressedShare, { nullable: true, description: 'The share graded good or outstanding.' })
  goodOrBetter!: SuppressedShare | null;
}

@ObjectType('AuditGradesRelease', { description: 'One table of grades as it was released for one period. It does not change; a later release takes in late facts.', simpleResolvers: true })
export class AuditGradesRelease {
  @Field(() => Provenance, { description: 'What is counted and how, from which facts, and when.' })
  provenance!: Provenance;

  @Field(() => [AuditGradeLine], { description: 'One line for each team, service or priority, or one for the whole authority. One without audits has zeros.' })
  lines!: AuditGradeLine[];
}
