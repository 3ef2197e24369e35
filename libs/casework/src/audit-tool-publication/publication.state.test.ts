import { AuditToolState } from '../audit-tool/audit-tool.type';
import { stateAfter, TOOL_ACTS, type ToolAct } from './publication.state';

const STATES = Object.values(AuditToolState);
const ACTS = Object.keys(TOOL_ACTS) as ToolAct[];

describe('the life of a version of an audit tool', () => {
  it('opens each act in these states and no others', () => {
    expect(Object.fromEntries(ACTS.map((act) => [act, STATES.filter((state) => stateAfter(act, state) !== null)]))).toEqual({
      design: ['DRAFT'],
      pilot: ['DRAFT'],
      publish: ['DRAFT', 'PILOT'],
      retire: ['PILOT', 'PUBLISHED'],
    });
  });

  it('never comes back to a draft, and never leaves retirement', () => {
    for (const act of ACTS) {
      expect(stateAfter(act, AuditToolState.RETIRED)).toBeNull();
      for (const state of STATES.filter((one) => one !== AuditToolState.DRAFT)) expect(stateAfter(act, state)).not.toBe(AuditToolState.DRAFT);
    }
  });
});
