import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, refuse, uuidOf } from '@qaf/graph';
import type { AuditToolState } from '../audit-tool/audit-tool.type';
import { stateAfter, type ToolAct } from '../audit-tool-publication/publication.state';

/** A version of a tool that a command holds. */
export interface VersionInHand {
  id: string;
  toolId: string;
  number: number;
  state: AuditToolState;
  version: number;
}

/** Takes a version in hand for an act, or refuses: unknown, stale, or not in a state for it. Nobody else changes it or a part of it until the transaction ends. */
export async function versionFor(tx: CommandTransaction, act: ToolAct, input: { toolVersionId: string; version: number }): Promise<{ version: VersionInHand; next: AuditToolState }> {
  const id = uuidOf('AuditToolVersion', input.toolVersionId);
  const [version] = id
    ? await tx.query<VersionInHand>(`select id, tool_id as "toolId", number, state, version from audit_tool_version where id = $1 for update`, [id])
    : [];
  if (!version) throw notFound(['toolVersionId'], 'version of an audit tool');
  mustBeCurrent('AuditTool', version.version, input.version);
  const next = stateAfter(act, version.state);
  if (!next) throw refuse('AuditToolStateWrong', `A version that is ${version.state.toLowerCase()} is past or before this step.`, ['toolVersionId']);
  return { version, next };
}

/** Sets columns of the version under its next number. `values` are `$2` and on. */
export async function bumpVersion(tx: CommandTransaction, { id }: { id: string }, set = '', values: unknown[] = []): Promise<void> {
  await tx.query(`update audit_tool_version set version = version + 1${set ? `, ${set}` : ''} where id = $1`, [id, ...values]);
}
