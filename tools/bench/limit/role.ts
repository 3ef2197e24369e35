import { loginRole, SUBGRAPH_NAMES } from '@qaf/database';

export const LIMIT_ROLE = 'qaf_bench';

/** The one login that may do what each subgraph's may: only here, and only on a database that holds made-up people. */
export function limitRole(password: string): string[] {
  const members = SUBGRAPH_NAMES.map(loginRole).join(', ');
  return [`drop role if exists ${LIMIT_ROLE}`, `create role ${LIMIT_ROLE} login password '${password}'`, `grant ${members} to ${LIMIT_ROLE}`, `alter role ${LIMIT_ROLE} set jit = off`];
}
