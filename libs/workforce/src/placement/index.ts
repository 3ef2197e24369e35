import { LeaverResolver, PlacementResolver } from './placement.resolver';

export const placementResolvers = [PlacementResolver, LeaverResolver];
