import { createUnionType, Field, InterfaceType, ObjectType, Int, Directive } from 'type-graphql';

/** A refusal that a caller can expect and act on. Every mutation's result is its success or one of its problems. */
@InterfaceType('Problem', {
  description: 'Why a change was not made. Nothing was written. `code` is stable; `message` is for people; `path` leads to the input at fault.',
  autoRegisterImplementations: false,
  resolveType: (value: { __typename: string }) => value.__typename,
})
export class Problem {
  @Field(() => String, { description: 'Stable name of the problem, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong and what to do, for people. Never repeats personal detail.' })
  message!: string;

  @Field(() => [String], { description: 'Steps from the mutation’s input to the value at fault; empty when the whole is meant.' })
  path!: string[];
}

@ObjectType('NotFound', { implements: Problem, description: 'No such thing is there for this viewer: it never was, or it is hidden. The two read the same.', simpleResolvers: true })
@Directive('@shareable')
export class NotFound extends Problem {}

@ObjectType('InputInvalid', { implements: Problem, description: 'A value is well formed but cannot be right here, such as a date before another that it must follow.', simpleResolvers: true })
@Directive('@shareable')
export class InputInvalid extends Problem {}

@ObjectType('IdempotencyKeyReused', {
  implements: Problem,
  description: 'The idempotency key was used before with another input. Send the first input again, or take a new key.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class IdempotencyKeyReused extends Problem {}

/** A problem for a stale copy: the base of every `<Noun>VersionStale`. */
@ObjectType()
export class VersionStale extends Problem {
  @Field(() => Int, { description: 'The version that is current. Read the thing again, then decide anew.' })
  currentVersion!: number;
}

export interface ProblemValue {
  __typename: string;
  code: string;
  message: string;
  path: string[];
  currentVersion?: number;
}

/** Thrown inside a command: nothing of it is kept, and the caller reads the problem. */
export class Refusal extends Error {
  readonly problem: ProblemValue;

  constructor(problem: ProblemValue) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** A problem of the named type; its code is the type's name. */
export function refuse(type: string, message: string, path: string[] = [], more: { currentVersion?: number } = {}): Refusal {
  return new Refusal({ __typename: type, code: type, message, path, ...more });
}

export function notFound(path: string[], what = 'thing'): Refusal {
  return refuse('NotFound', `There is no such ${what} for you.`, path);
}

export function inputInvalid(path: string[], message: string): Refusal {
  return refuse('InputInvalid', message, path);
}

/** Refuses when the caller's copy is not the current one. */
export function mustBeCurrent(noun: string, current: number, seen: number): void {
  if (current === seen) return;
  throw refuse(`${noun}VersionStale`, 'Somebody changed this since you read it. Read it again, then decide anew.', ['version'], { currentVersion: current });
}

type ObjectClass = abstract new (...args: never[]) => object;

/** The result of one mutation: its success, the problems that any command can have, and its own. */
export function resultOf(name: string, success: ObjectClass, problems: ObjectClass[] = []): object {
  return createUnionType({
    name,
    description: `What came of the change: the success, or the problem that kept it from being made.`,
    types: () => [success, NotFound, InputInvalid, IdempotencyKeyReused, ...problems] as never,
    resolveType: (value: { __typename: string }) => value.__typename,
  });
}
