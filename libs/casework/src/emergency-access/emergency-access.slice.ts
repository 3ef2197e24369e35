import type { Slice } from '@qaf/graph';
import { emergencyAccessById } from './emergency-access.queries';
import { EmergencyAccessResolver } from './emergency-access.resolver';

export const emergencyAccessSlice: Slice = {
  resolvers: [EmergencyAccessResolver],
  references: { EmergencyAccess: (unit, id) => unit.load(emergencyAccessById, id) },
  onRecord: { personal: ['EmergencyAccess'] },
};
