import type { Slice } from '@qaf/graph';
import { indicatorById } from './indicator.queries';
import { IndicatorResolver } from './indicator.resolver';

export const indicatorSlice: Slice = {
  resolvers: [IndicatorResolver],
  references: { Indicator: (unit, id) => unit.load(indicatorById, id) },
  onRecord: { open: ['Indicator'] },
};
