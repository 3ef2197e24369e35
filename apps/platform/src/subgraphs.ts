import { CASEWORK } from '@qaf/casework';
import type { SubgraphName } from '@qaf/database';
import { GOVERNANCE } from '@qaf/governance';
import { buildGraph, type SubgraphDefinition } from '@qaf/graph';
import { VOICE } from '@qaf/voice';
import { WORKFORCE } from '@qaf/workforce';

/** The four parts of the graph. */
export const DEFINITIONS: Record<SubgraphName, SubgraphDefinition> = {
  workforce: WORKFORCE,
  casework: CASEWORK,
  voice: VOICE,
  governance: GOVERNANCE,
};

/** Each part's schema as text, for composition. */
export function subgraphSchemas(): { name: SubgraphName; sdl: string }[] {
  return Object.values(DEFINITIONS).map((definition) => ({ name: definition.name, sdl: buildGraph(definition).sdl }));
}
