const UUID_BYTES = 16;

/** Many UUIDs as one base64url text of 22 characters each: a director's token carries the ids of hundreds of workers. */
export function packIds(ids: readonly string[]): string {
  return Buffer.from(ids.map((id) => id.replaceAll('-', '')).join(''), 'hex').toString('base64url');
}

/** The UUIDs in a packed text, in their order; null where the text is not a whole number of them in the one right spelling. */
export function unpackIds(packed: string): string[] | null {
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes.length % UUID_BYTES !== 0 || bytes.toString('base64url') !== packed) return null;
  const ids: string[] = [];
  for (let at = 0; at < bytes.length; at += UUID_BYTES) ids.push(dashed(bytes.toString('hex', at, at + UUID_BYTES)));
  return ids;
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
