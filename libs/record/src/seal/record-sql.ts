/** A moment in UTC to the microsecond. */
export const MOMENT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A moment in UTC to the millisecond, as JavaScript writes it. */
export const MILLISECOND = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One line of the record as canonical JSON: the same text wherever the line is kept. */
export const LINE = `json_build_array(id, ${MOMENT('at')}, person_id, request, operation, entity_type, ids, action, purpose, outcome)::text`;

/** A seal's columns under the names of its type; its numbers as ones that JavaScript holds exactly up to 2^53. */
export const SEAL = `seq::float8 as seq, from_id::float8 as "fromId", to_id::float8 as "toId", count, rows_digest as "rowsDigest", previous_digest as "previousDigest", digest,
  key_mark as "keyMark", ${MILLISECOND('sealed_at')} as "sealedAt"`;

/** The columns that a seal is written to, and its values in their order. */
export const SEAL_COLUMNS = 'seq, from_id, to_id, count, rows_digest, previous_digest, digest, key_mark, sealed_at';
