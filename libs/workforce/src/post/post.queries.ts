import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Post } from './post.type';

export const POST_COLUMNS = `p.id, p.reference, p.title, p.fte_thousandths as "fteThousandths", p.valid_from as "validFrom", p.valid_to as "validTo", p.version,
  p.team_id as "teamId", p.service_id as "serviceId", p.role_code as "roleCode"`;

export const postById = rowLoader<Post>('post.byId', (unit, ids) => unit.query(`select ${POST_COLUMNS} from post p where p.id = any($1::uuid[])`, [ids]));

/** In force on a day: first day, day after the last. */
export const inForce = (alias: string, day: string): string => `${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${day} < ${alias}.valid_to)`;

/** No employed person is in the post on the day; one of an agency leaves it vacant, as does somebody acting up into it. */
export const vacantOn = (post: string, day: string): string =>
  `not exists (select 1 from post_holding v where v.post_id = ${post}.id and v.kind = 'SUBSTANTIVE' and not v.agency_worker and ${inForce('v', day)})`;

/** Whether each post is vacant on a day; a post that is not open then answers nothing. The key is the day, a blank and the post. */
export const vacancyOfPost = listLoader<{ key: string; vacant: boolean }>('post.vacant', (row) => row.key, (unit, keys) =>
  unit.query(
    `select k.key, ${vacantOn('p', 'k.day')} as vacant from (select key, left(key, 10)::date as day, substr(key, 12)::uuid as id from unnest($1::text[]) as k(key)) k
     join post p on p.id = k.id and ${inForce('p', 'k.day')}`,
    [keys],
  ),
);

export const POSTS: ListDefinition<Post> = {
  name: 'posts',
  columns: POST_COLUMNS,
  from: 'post p',
  id: 'p.id',
  orders: {
    REFERENCE: { terms: [{ sql: 'p.reference', type: 'text' }] },
    NEWEST: { terms: [{ sql: 'p.valid_from', type: 'date' }], descending: true },
  },
  parents: { team: 'p.team_id', service: 'p.service_id' },
};
