import type { SubgraphName } from '@qaf/database';
import type { DomainEvent, Routes } from '../event/domain-event';

/** What the relay says, in the shape of a pino logger. Never a payload, never the words of an error. */
export interface RelayLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RelayOptions {
  /** Whose events these are. */
  from: SubgraphName;
  /** The URL of the subgraph's own application login. */
  url: string;
  routes: Routes;
  /**
   * Hands one event to one receiver and resolves once the receiver has committed what it did. Called at least once for
   * each event, never for two events of one subject at a time. Throw EventRefused where trying again cannot help; any
   * other error is tried again.
   */
  deliver(to: SubgraphName, event: DomainEvent): Promise<void>;
  logger: RelayLogger;
  /** How often the outgoing table is looked at when nobody nudges, in milliseconds; 500 by default. */
  pollMs?: number;
  /** How long one delivery may take, in milliseconds, before it counts as lost; 10,000 by default. */
  timeLimitMs?: number;
}

/** The receiver will never take this event as it is. It is not tried again; it waits as failed, with the later events of its subject, until someone replays it. */
export class EventRefused extends Error {
  constructor() {
    super('The receiver refuses the event.');
    this.name = 'EventRefused';
  }
}

/** Of an error, only what can carry no data: PostgreSQL's or Node's code, or the name of its class. */
export function faultOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z_]{4,40}$/.test(code)) return code;
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error';
}
