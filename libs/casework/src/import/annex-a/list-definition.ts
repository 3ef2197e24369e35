import type { EpisodeReading } from '../episode-rows';
import type { ColumnDefinitions } from '../headings';

/** One of the numbered lists. `reading` is null for a list that tells of no child. */
export interface ListDefinition {
  number: number;
  title: string;
  columns: ColumnDefinitions;
  /** Without these columns the list cannot be read. */
  needs: readonly string[];
  reading: EpisodeReading | null;
}

export const teamAndWorker = {
  team: { title: 'Allocated Team', aliases: ['Team', 'Allocated team name'] },
  worker: { title: 'Allocated Worker', aliases: ['Worker', 'Allocated social worker', 'Allocated worker name'] },
} satisfies ColumnDefinitions;

