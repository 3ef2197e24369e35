import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('EpisodeDetail', { description: 'One coded particular of an episode.', simpleResolvers: true })
export class EpisodeDetail {
  @Field(() => String, { description: 'What the code is about, such as `legalStatus`.' })
  name!: string;

  @Field(() => String, { description: 'The code, from the vocabulary of the national return.' })
  code!: string;
}

@ObjectType('Episode', { description: 'A span of a child’s journey through the service. Seen by those who may see the child.', simpleResolvers: true })
export class Episode {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'EARLY_HELP, CONTACT, REFERRAL, ASSESSMENT, SECTION_47, CIN (child in need plan), CP (child protection plan), LAC (looked after), CARE_LEAVER or ADOPTION.',
  })
  kind!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day; null only where the list it came from has none.' })
  startedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while open, and where the list it came from has no end.' })
  endedOn!: string | null;

  @Field(() => [EpisodeDetail], { nullable: true, description: 'Coded particulars by name, such as legal status or category of abuse.' })
  details!: EpisodeDetail[] | null;

  @Field(() => String, { nullable: true, description: 'The list or return that the episode was read from.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change of the episode.' })
  version!: number | null;

  childId?: string;
}
