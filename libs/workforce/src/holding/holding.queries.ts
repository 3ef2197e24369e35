import { datedLoader } from '@qaf/database';
import { inForce } from '../post/post.queries';
import type { PostHolding } from './holding.type';

const COLUMNS = `h.kind, h.valid_from as "validFrom", h.valid_to as "validTo", h.post_id as "postId", h.worker_id as "workerId", k.id as "askedId", k.day as "askedOn"`;
const ASKED = `unnest($1::uuid[], $2::date[]) as k(id, day)`;

/** Who is in each post on a day: its holder, then somebody acting up into it. */
export const holdingsOfPost = datedLoader<PostHolding>('holding.ofPost', (unit, ids, days) =>
  unit.query(`select ${COLUMNS} from ${ASKED} join post_holding h on h.post_id = k.id and ${inForce('h', 'k.day')} order by h.kind desc, h.id`, [ids, days]),
);

/** The posts that each worker is in on a day: their own, then one that they act up into. */
export const holdingsOfWorker = datedLoader<PostHolding>('holding.ofWorker', (unit, ids, days) =>
  unit.query(`select ${COLUMNS} from ${ASKED} join post_holding h on h.worker_id = k.id and ${inForce('h', 'k.day')} order by h.kind desc, h.id`, [ids, days]),
);
