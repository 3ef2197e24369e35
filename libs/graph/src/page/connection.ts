import { Max, Min } from 'class-validator';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page lies in its list.', simpleResolvers: true })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows come before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `before` to read the page before; null for an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to read the next page; null for an empty page.' })
  endCursor!: string | null;
}

/** Which page of a list is asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many rows from the start, 1 to 100; 25 when neither `first` nor `last` is given.' })
  @Min(1, { message: 'first must be from 1 to 100' })
  @Max(100, { message: 'first must be from 1 to 100' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: rows after it.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'How many rows from the end, 1 to 100.' })
  @Min(1, { message: 'last must be from 1 to 100' })
  @Max(100, { message: 'last must be from 1 to 100' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: rows before it.' })
  before?: string;
}

/** A page of rows as resolvers hand it on. `totalCount` is asked only when a caller selects it. */
export interface Page<Row> {
  edges: { node: Row; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number | null>;
}

type ItemClass<T> = abstract new (...args: never[]) => T;

/** The Relay connection of a type: `<Name>Connection` with `<Name>Edge`. Call it once for each type of a subgraph. */
export function connectionOf<T extends object>(item: () => ItemClass<T>, name: string, what: string) {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${what}.`, simpleResolvers: true })
  class Edge {
    @Field(() => item() as never, { nullable: true, description: 'The row itself.' })
    node!: T | null;

    @Field(() => String, { description: 'Marks this row’s place in the list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}: only those that the viewer may see.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many rows the whole list has for this viewer; null where that may not be known.' })
    totalCount!: number | null;
  }
  return Connection;
}
