import { withClient } from '../client';

/** Whether the address signs in as a superuser: more than making roles and schemas needs. */
export async function isSuperuser(url: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) => client.query<{ mighty: boolean }>('select rolsuper as mighty from pg_roles where rolname = current_user'));
  return rows[0]?.mighty === true;
}
