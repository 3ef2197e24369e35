import { z } from 'zod';
import { ROLES, SCOPES } from './roles';
import type { Grant, Standing } from './viewer';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const grantShape: z.ZodType<Grant> = z
  .strictObject({ role: z.enum(ROLES), scope: z.enum(SCOPES), scopeId: uuid.nullable() })
  .refine((grant) => (grant.scopeId === null) === (grant.scope === 'self' || grant.scope === 'authority'), {
    message: 'A team, service or agency is named exactly where the scope asks for one.',
  });

/** The exact shape of a standing that comes over a wire; an unknown key is a fault. Ids are lower-case UUIDs. */
export const standingShape = z.strictObject({
  personId: uuid,
  workerId: uuid.nullable(),
  displayName: z.string().max(200),
  grants: z.array(grantShape).max(100),
  teams: z.array(uuid),
  ownTeams: z.array(uuid),
  services: z.array(uuid),
  workers: z.array(uuid),
  agencies: z.array(uuid),
}) satisfies z.ZodType<Standing>;

/** Reads a standing that workforce answered. Null stays null: the person is unknown or has left. Throws on any other shape. */
export function readStanding(value: unknown): Standing | null {
  return standingShape.nullable().parse(value);
}
