import { namesOf } from './names';
import { registrations } from './register';

const edits = registrations({ subgraph: 'governance', names: namesOf('compliment'), stamp: 1800000000000 });

describe('Making a slice known', () => {
  it('adds to an empty list and to a full one', () => {
    const slices = edits['libs/governance/src/slices.ts'];
    const first = slices?.(`import type { Slice } from '@qaf/graph';\n\nexport const SLICES: Slice[] = [];\n`);
    expect(first).toBe(`import type { Slice } from '@qaf/graph';\nimport { complimentSlice } from './compliment/compliment.slice';\n\nexport const SLICES: Slice[] = [complimentSlice];\n`);
    expect(slices?.(`import { a } from './a';\n\nexport const SLICES: Slice[] = [a];\n`)).toContain('[a, complimentSlice];');
    expect(slices?.(`import { a } from './a';\n\nexport const SLICES: Slice[] = [\n  a,\n];\n`)).toContain('[\n  a,\n  complimentSlice,\n];');
  });

  it('says who sees its fields', () => {
    expect(edits['libs/identity/src/fields.ts']?.(`  Agency: shows('organisation'),\n};\n\nconst decided = 1;`)).toContain(`\n  Compliment: shows('staff'),\n};`);
  });

  it('fails loudly where there is no place for it', () => {
    expect(() => edits['libs/identity/src/permissions.ts']?.('nothing here')).toThrow(/not found/);
  });
});
