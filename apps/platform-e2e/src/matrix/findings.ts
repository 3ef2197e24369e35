import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Role } from '@qaf/identity';
import { EXPECTED, type Kind, type Standing } from './expected';
import type { World } from './world';

/** Somebody who asked. */
export interface Asker {
  role: Role;
  standing: Standing;
}

/** What was met: for each thing, which of its plain fields had a value. */
export type Met = Map<string, Set<string>>;

/** Walks an answer: notes each thing that was given out, and each that the table says was not to be. */
export class Walk {
  readonly wrong: string[] = [];
  readonly met: Met = new Map();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly world: World,
    private readonly asker: Asker,
  ) {}

  take(value: unknown, typeName: string, path: string, around: { key: string; kind: Kind } = { key: '', kind: 'other' }): void {
    if (Array.isArray(value)) return value.forEach((one) => this.take(one, typeName, path, around));
    if (typeof value !== 'object' || value === null) return;
    const row = value as Record<string, unknown>;
    const name = typeof row['__typename'] === 'string' ? row['__typename'] : typeName;
    const type = this.schema.getType(name);
    if (!isObjectType(type)) return;
    const here = this.identified(row, name, around);
    if (EXPECTED[name] && !onlyPoints(row)) this.note(name, row, here, path);
    if (Array.isArray(row['edges']) && row['totalCount'] !== row['edges'].length) this.wrong.push(`${path}: counts ${String(row['totalCount'])} of ${row['edges'].length}`);
    for (const [field, inner] of Object.entries(row)) {
      const declared = type.getFields()[field];
      if (declared) this.take(inner, getNamedType(declared.type).name, `${path}.${field}`, here);
    }
  }

  private identified(row: Record<string, unknown>, name: string, around: { key: string; kind: Kind }): { key: string; kind: Kind } {
    const id = row['id'] ?? row['ref'];
    if (typeof id !== 'string') return around;
    const uuid = Buffer.from(id, 'base64url').toString().slice(name.length + 1);
    return { key: uuid, kind: this.world.rows.get(uuid)?.kind ?? 'other' };
  }

  private note(name: string, row: Record<string, unknown>, { key, kind }: { key: string; kind: Kind }, path: string): void {
    const { role, standing } = this.asker;
    const expected = EXPECTED[name];
    if (!expected?.seen(role, standing, kind)) this.wrong.push(`${path}: ${role} ${standing} was given ${name} (${kind})`);
    const met = this.met.get(`${name} ${key}`) ?? new Set<string>();
    this.met.set(`${name} ${key}`, met);
    for (const [field, value] of Object.entries(row)) {
      if (value === null || typeof value === 'object') continue;
      met.add(field);
      const fewer = expected?.fewer?.[field];
      if (fewer && !fewer(role, standing, kind)) this.wrong.push(`${path}.${field}: ${role} ${standing} was given what fewer see (${kind})`);
    }
  }
}

/** A pointer to a thing of another part, which that part answers or hides: its key, and nothing else that has a value but lists. */
function onlyPoints(row: Record<string, unknown>): boolean {
  return Object.keys(row).every((field) => ['__typename', 'id', 'ref', 'code'].includes(field) || typeof row[field] === 'object');
}

/** What the table says is seen and was not met, by any way. `all` is what anybody met. */
export function missing(all: Met, met: Met, { role, standing }: Asker, kindOf: (key: string) => Kind): string[] {
  return [...all].flatMap(([thing, fields]) => {
    const [name, key] = thing.split(' ') as [string, string];
    const expected = EXPECTED[name];
    const kind = kindOf(key);
    if (kind === 'other' || !expected?.seen(role, standing, kind)) return [];
    const found = met.get(thing) ?? new Set<string>();
    const lacking = [...fields].filter((field) => !found.has(field) && (expected.fewer?.[field]?.(role, standing, kind) ?? true));
    return lacking.length > 0 ? [`${role} ${standing} was not given ${name} (${kind}): ${lacking.join(' ')}`] : [];
  });
}
