import type { CommandTransaction } from '@qaf/database';
import type { EpisodeRow } from '../parsed-import';
import { addMissing, changeDiffering, followAliases, type Merge, stage } from './staging';
import { SOURCE } from './source';

export interface WrittenEpisode {
  id: string;
  childId: string;
}

const EPISODES: Merge = {
  table: 'episode',
  staged: 'told_episode',
  same: `held.source = '${SOURCE}' and held.source_key = told.source_key`,
  merged: {
    started_on: 'coalesce(told.started_on, held.started_on)',
    // The lists that end say so by an empty cell too: no end is open again, not unknown.
    ended_on: 'told.ended_on',
    details: 'held.details || told.details',
  },
  fresh: {
    child_id: 'told.child_id',
    kind: 'told.kind',
    source: `'${SOURCE}'`,
    source_key: 'told.source_key',
    started_on: 'told.started_on',
    ended_on: 'told.ended_on',
    details: 'told.details',
  },
};

/** Writes the episodes; `ended` are those child protection plans whose end was not known before. */
export async function writeEpisodes(tx: CommandTransaction, episodes: readonly EpisodeRow[]): Promise<{ added: WrittenEpisode[]; changed: WrittenEpisode[]; ended: string[] }> {
  const columns = { reference: 'text', kind: 'text', source_key: 'text', started_on: 'date', ended_on: 'date', details: 'jsonb' };
  const rows = episodes.map(({ reference, kind, sourceKey, startedOn, endedOn, details }) => ({ reference, kind, source_key: sourceKey, started_on: startedOn, ended_on: endedOn, details }));
  await stage(tx, 'told_episode', columns, rows, { columns: 'child_id uuid', fill: 'select told.*, c.id from told join told_child c on c.reference = told.reference' });
  await followAliases(tx, 'told_episode');
  const held = await tx.query<{ sourceKey: string }>(
    `select told.source_key as "sourceKey" from told_episode told join episode held on ${EPISODES.same} where told.kind = 'CP' and told.ended_on is not null and held.ended_on is null`,
  );
  const changed = await changeDiffering<Written>(tx, EPISODES, RETURNED);
  const added = await addMissing<Written>(tx, EPISODES, RETURNED);
  const newlyEnded = new Set(held.map(({ sourceKey }) => sourceKey));
  const ended = [...changed.filter(({ sourceKey }) => newlyEnded.has(sourceKey)), ...added.filter(({ kind, endedOn }) => kind === 'CP' && endedOn !== null)];
  return { added, changed, ended: ended.map(({ id }) => id) };
}

interface Written extends WrittenEpisode {
  kind: string;
  sourceKey: string;
  endedOn: string | null;
}

const RETURNED = `held.id, held.child_id as "childId", held.kind, held.source_key as "sourceKey", held.ended_on as "endedOn"`;
