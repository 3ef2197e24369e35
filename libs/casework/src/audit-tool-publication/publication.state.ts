import { AuditToolState } from '../audit-tool/audit-tool.type';

export type ToolAct = 'design' | 'pilot' | 'publish' | 'retire';

const { DRAFT, PILOT, PUBLISHED, RETIRED } = AuditToolState;

/** From which states of a version each act is open, and where it leads. What is not here is refused. */
export const TOOL_ACTS: Record<ToolAct, Partial<Record<AuditToolState, AuditToolState>>> = {
  design: { [DRAFT]: DRAFT },
  pilot: { [DRAFT]: PILOT },
  publish: { [DRAFT]: PUBLISHED, [PILOT]: PUBLISHED },
  retire: { [PILOT]: RETIRED, [PUBLISHED]: RETIRED },
};

/** The state that an act leads to, or null when the act is not open in this state. */
export function stateAfter(act: ToolAct, state: AuditToolState): AuditToolState | null {
  return TOOL_ACTS[act][state] ?? null;
}
