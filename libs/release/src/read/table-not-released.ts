import { GraphQLError } from 'graphql';
import { type Statistic, whatCanBeAsked } from '@qaf/statistics';

/** Refuses a combination that the lattice does not have, by name and with what can be asked instead. */
export function tableNotReleased(statistic: Pick<Statistic, 'code' | 'tables' | 'dimensions'>): GraphQLError {
  const message = `TableNotReleased: the statistic ${statistic.code} is not released by these levels together. Ask one of: ${whatCanBeAsked(statistic).join('; ')}.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
