import type { CommandTransaction } from '@qaf/database';
import { rolesOf } from '@qaf/identity';

/**
 * Runs a step of a command as the reporting machine, whoever gave the command: facts are summed and releases written by no
 * one else. What is changed stays theirs who gave it. Only for acts that the permission table lets publish.
 */
export async function asReportingMachine<T>(tx: CommandTransaction, work: (tx: CommandTransaction) => Promise<T>): Promise<T> {
  const setRoles = (roles: readonly string[]) => tx.query(`select set_config('qaf.roles', $1, true)`, [`{${roles.join(',')}}`]);
  await setRoles(['machine_report']);
  const result = await work(tx);
  await setRoles(rolesOf(tx.viewer));
  return result;
}
