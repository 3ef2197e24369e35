const TYPED = /^([A-Za-z]\w{0,80}):/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that the graph shows: `Type:uuid` in base64url. Opaque to callers. */
export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** The UUID within an id of the graph, or null when it is not an id of that type. */
export function uuidOf(type: string, id: unknown): string | null {
  if (typeof id !== 'string' || id.length > 200) return null;
  const text = Buffer.from(id, 'base64url').toString('latin1');
  const uuid = text.slice(type.length + 1);
  return text.startsWith(`${type}:`) && UUID.test(uuid) && globalId(type, uuid) === id ? uuid : null;
}

/** The type and the UUID of any id of the graph, or null when it is none. */
export function anyGlobalId(id: string): { type: string; uuid: string } | null {
  const type = id.length > 200 ? undefined : TYPED.exec(Buffer.from(id, 'base64url').toString('latin1'))?.[1];
  const uuid = type === undefined ? null : uuidOf(type, id);
  return type !== undefined && uuid !== null ? { type, uuid } : null;
}
