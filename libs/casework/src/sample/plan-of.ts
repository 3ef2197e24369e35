import { inputInvalid, notFound, uuidOf } from '@qaf/graph';
import type { DrawPlan, Quota } from './draw.rules';
import { PLAN_TYPES } from './frame';
import type { DrawSampleInput, SampleQuotaInput } from './sample.inputs';

const METHODS = ['RANDOM', 'QUOTA', 'WHOLE'];

/** How is to be drawn, as it is asked for. */
export function planOf({ method, size, quotas }: Pick<DrawSampleInput, 'method' | 'size' | 'quotas'>): DrawPlan {
  if (!METHODS.includes(method)) throw inputInvalid(['method'], `The method is one of ${METHODS.join(', ')}.`);
  if ((size != null) !== (method === 'RANDOM')) throw inputInvalid(['size'], 'A random sample has a size, and no other has.');
  if ((quotas != null) !== (method === 'QUOTA')) throw inputInvalid(['quotas'], 'A sample by quota has quotas, and no other has.');
  if (size != null && (size < 1 || size > 5000)) throw inputInvalid(['size'], 'From 1 to 5,000 cases.');
  if (quotas?.length === 0) throw inputInvalid(['quotas'], 'Give one quota at least.');
  if (method === 'RANDOM') return { method, size: size as number };
  return method === 'QUOTA' ? { method, quotas: (quotas ?? []).map(quotaOf) } : { method: 'WHOLE' };
}

function quotaOf({ teamId, planType, size }: SampleQuotaInput, index: number): Quota {
  const path = ['quotas', String(index)];
  if (size < 1 || size > 1000) throw inputInvalid([...path, 'size'], 'From 1 to 1,000 cases.');
  if (planType != null && !(PLAN_TYPES as readonly string[]).includes(planType)) throw inputInvalid([...path, 'planType'], `Plan types are ${PLAN_TYPES.join(', ')}.`);
  const team = teamId == null ? null : uuidOf('Team', teamId);
  if (teamId != null && !team) throw notFound([...path, 'teamId'], 'team');
  return { team, plan: planType ?? null, size };
}
