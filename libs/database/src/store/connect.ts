import { DataSource } from 'typeorm';
import { loginFaults, LoginTooMighty } from '../safety/login-faults';
import { rowTypes } from '../unit/row-types';
import { SnakeNaming } from './naming';
import { silentLogger } from './silent-logger';
import type { StoreDefinition } from './store-definition';

/**
 * The server may end a connection at any time, also between its being made and being handed over; the next statement says
 * so. An error that nobody hears would end the process.
 */
function hearAlways(client: { on(event: 'error', listener: () => void): unknown }): void {
  client.on('error', () => undefined);
}

/**
 * A TypeORM data source for a store's login. `date` comes back as 'YYYY-MM-DD', `bigint` as a number, `numeric` as text,
 * `timestamptz` as Date. Throws LoginTooMighty for a login that row rules do not bind.
 */
export async function connect(definition: StoreDefinition, url: string, options: { poolSize?: number } = {}): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: definition.name,
    entities: definition.entities,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    logger: silentLogger,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 10_000,
    // A connection that the server ends while it is idle is replaced by the pool; its error would only be noise.
    poolErrorHandler: () => undefined,
    extra: { application_name: definition.name, keepAlive: true, types: rowTypes, pipeline: true, onConnect: hearAlways },
  });
  await source.initialize();
  const faults = await loginFaults((sql, params) => source.query(sql, params), definition.name);
  if (faults.length === 0) return source;
  await source.destroy();
  throw new LoginTooMighty(definition.name, faults);
}
