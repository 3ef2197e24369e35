import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { apiSchemaOf } from '@qaf/gateway';

export interface BreakingChange {
  /** The coordinate that breaks, as in `Worker.name`. */
  path: string;
  message: string;
}

/** What would break a client of the older supergraph. */
export async function breakingChanges(older: string, newer: string): Promise<BreakingChange[]> {
  const changes = await diff(apiSchemaOf(older), apiSchemaOf(newer));
  return changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking).map(({ path, message }) => ({ path: path ?? '', message }));
}

/** The changes that the page of breaking changes does not name. It names one in a list, by its coordinate between backticks. */
export function undeclared(changes: readonly BreakingChange[], page: string): BreakingChange[] {
  const lines = page.split('\n');
  return changes.filter((change) => !lines.some((line) => line.startsWith(`- \`${change.path}\``)));
}
