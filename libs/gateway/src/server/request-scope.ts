import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Reaches what Apollo calls with nothing but an error: the request that is being answered. */
export const requestScope = new AsyncLocalStorage<FastifyRequest>();

const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,99}$/;
const SANE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,80}$/;

/** The caller's own request id where it is one, else a new one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
}

/** An operation's name where it is safe to write down. */
export function operationNameOf(name: string | null | undefined): string | null {
  return name && SANE_NAME.test(name) ? name : null;
}
