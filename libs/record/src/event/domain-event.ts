import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '@qaf/database';

/** Something that happened, as other subgraphs learn it. */
export interface DomainEvent<T extends object = Record<string, unknown>> {
  /** UUID; the same at every delivery, which is how a receiver knows that it has seen the event. */
  id: string;
  /** `<subgraph>.<entity>.<past tense>.v<n>`, for example 'casework.audit.graded.v1'. */
  type: string;
  /** What it happened to, `<entity>:<id>`. Events of one subject arrive in the order in which they were published. */
  subject: string;
  /** ISO 8601, UTC. */
  occurredAt: string;
  /** Ids, codes and dates; never free text, never a name. */
  data: T;
}

/** An event before it is stamped. `occurredAt` is given where it lies in the past, as in an import; otherwise it is now. */
export interface NewEvent<T extends object = Record<string, unknown>> {
  type: string;
  subject: string;
  occurredAt?: string;
  data: T;
}

/** Which subgraphs receive an event, by its type. A type that is not listed goes to nobody. */
export type Routes = Record<string, SubgraphName[]>;

/** The event breaks the form that every event has. The message names the place, never the value. */
export class EventMalformed extends Error {
  constructor(place: string, fault: string) {
    super(`Event ${place} ${fault}.`);
    this.name = 'EventMalformed';
  }
}

const TYPE = /^[a-z]+\.[a-z0-9-]+\.[a-z0-9-]+\.v\d+$/;
const SUBJECT = /^[a-z][a-z0-9-]*:\S{1,100}$/;
// A reference to another system can be two words; a sentence is more than that.
const CODE = /^(\S+( \S+)?)?$/;
const LONGEST = 100;

/** Gives the event its id and time. Throws EventMalformed where the type, the subject or a value has not the form of an id, a code or a date. */
export function stamped<T extends object>(from: SubgraphName, event: NewEvent<T>): DomainEvent<T> {
  if (!TYPE.test(event.type) || !event.type.startsWith(`${from}.`)) throw new EventMalformed('type', `must be ${from}.<entity>.<past tense>.v<n>`);
  if (!SUBJECT.test(event.subject)) throw new EventMalformed('subject', 'must be <entity>:<id>');
  checkValue('data', event.data);
  return { id: randomUUID(), type: event.type, subject: event.subject, occurredAt: event.occurredAt ?? new Date().toISOString(), data: event.data };
}

function checkValue(place: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length > LONGEST || !CODE.test(value)) throw new EventMalformed(place, 'is not an id, a code or a date');
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) checkValue(`${place}.${name}`, part);
  }
}
