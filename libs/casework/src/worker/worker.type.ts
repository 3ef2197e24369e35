import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Worker', { description: 'Somebody who works, or worked, for children’s services.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Worker {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}

/** The reference to a worker, where there is one. */
export function workerRef(id: string | null | undefined): Worker | null {
  return id ? { id } : null;
}
