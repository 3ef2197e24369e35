import type { Slice } from '@qaf/graph';
import { absenceResolvers } from '../absence/absence.resolver';
import { dbsCheckById } from '../dbs/dbs.queries';
import { dbsResolvers } from '../dbs/dbs.resolver';
import { registrationResolvers } from './registration.resolver';

/** What HR keeps of a worker: absence, qualifications, registration, DBS checks. */
export const particularsSlice: Slice = {
  resolvers: [...absenceResolvers, ...registrationResolvers, ...dbsResolvers],
  references: { DbsCheck: (unit, id) => unit.load(dbsCheckById, id) },
  onRecord: { personal: ['WorkerAbsence', 'WorkerRegistration', 'WorkerQualification', 'DbsCheck'] },
};
