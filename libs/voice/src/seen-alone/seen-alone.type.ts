import { Provenance, SuppressedShare } from '@qaf/release';
import { Field, ObjectType } from 'type-graphql';
import { Service } from '../service/service.type';
import { Team } from '../team/team.type';

@ObjectType('SeenAloneLine', { description: 'How many children of one team, service or group were seen alone in a quarter. Released figures, for everyone who signs in.', simpleResolvers: true })
export class SeenAloneLine {
  @Field(() => Team, { nullable: true, description: 'The team, in a table by team; null in others, and where the team was not known.' })
  team!: Team | null;

  @Field(() => Service, { nullable: true, description: 'The service, in a table by service; null in others, and where the service was not known.' })
  service!: Service | null;

  @Field(() => String, { nullable: true, description: 'The group of ethnicity, in a table by ethnicity: `WHITE`, `MIXED`, `ASIAN`, `BLACK`, `OTHER` or `UNKNOWN` (not asked, refused or not recorded); null in others.' })
  ethnicity!: string | null;

  @Field(() => SuppressedShare, { nullable: true, description: 'Children seen alone at least once, of those visited of whom it is known.' })
  seenAlone!: SuppressedShare | null;
}

@ObjectType('SeenAloneRelease', { description: 'One table of children seen alone as it was released for one quarter. It does not change; a later release takes in late facts.', simpleResolvers: true })
export class SeenAloneRelease {
  @Field(() => Provenance, { description: 'What is counted and how, from which facts, and when.' })
  provenance!: Provenance;

  @Field(() => [SeenAloneLine], { description: 'One line for each member of the cut, or one for the whole authority. One without children has zeros.' })
  lines!: SeenAloneLine[];
}
