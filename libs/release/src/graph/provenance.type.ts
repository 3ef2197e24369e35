import { DateTime, LocalDate } from '@qaf/graph';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ReleasedTable } from '../read/released';
import { SuppressedCount } from './suppressed.type';

@ObjectType('ProvenanceFilter', { description: 'One cut or choice that a figure was asked with.', simpleResolvers: true })
@Directive('@shareable')
export class ProvenanceFilter {
  @Field(() => String, { description: 'The dimension’s code, such as organisation.' })
  dimension!: string;

  @Field(() => String, { description: 'The level, such as team.' })
  level!: string;

  @Field(() => String, { nullable: true, description: 'The one member asked for; null for all of them.' })
  member!: string | null;
}

@ObjectType('Provenance', { description: 'Where a figure comes from and what it means: enough to check it by.', simpleResolvers: true })
@Directive('@shareable')
export class Provenance {
  @Field(() => String, { description: 'The statistic’s code.' })
  statistic!: string;

  @Field(() => String, { description: 'The statistic’s title.' })
  title!: string;

  @Field(() => String, { description: 'What is counted and how, in words.' })
  definition!: string;

  @Field(() => Int, { description: 'The version of that definition.' })
  definitionVersion!: number;

  @Field(() => [ProvenanceFilter], { description: 'What it is cut by, and which members were asked for. None: the whole authority.' })
  filters!: ProvenanceFilter[];

  @Field(() => String, { description: 'The period’s code: a business-year quarter (2018-19 Q1) or a business year (2018-19).' })
  period!: string;

  @Field(() => SuppressedCount, { description: 'How many facts the figures rest on; hidden where that is hidden.' })
  n!: SuppressedCount;

  @Field(() => LocalDate, { description: 'The day on which the facts were counted.' })
  asOf!: string;

  @Field(() => [String], { description: 'The versions of the tools or questionnaires behind the facts.' })
  toolVersions!: string[];

  @Field(() => DateTime, { description: 'When it was released. What was released does not change.' })
  releasedAt!: Date;

  @Field(() => Int, { description: 'Which release of the period it is, from 1. A later one takes in late facts.' })
  version!: number;

  @Field(() => [String], { description: 'Where this table hides most of its counts: the tables that answer more. Empty where it does not.' })
  askInstead!: string[];
}

/** Where the lines of a released table come from. `where` is what the table was asked with. */
export function provenanceOf(table: ReleasedTable, where: Readonly<Record<string, string>> = {}, n: number | null = null): Provenance {
  const filters = Object.entries(table.table.by).map(([dimension, level]) => ({ dimension, level, member: where[dimension] ?? null }));
  const { statistic, title, definition, definitionVersion, period, asOf, toolVersions, releasedAt, version } = table;
  return { statistic, title, definition, definitionVersion, filters, period, n: { value: n, hidden: n === null }, asOf, toolVersions, releasedAt, version, askInstead: table.coarser?.instead ?? [] };
}
