import { addDays } from '@qaf/calendar';
import { ethnicityGroup } from '@qaf/casework';
import { type DemoChild, type DemoEpisode, every } from './children';
import type { Random } from './random';
import type { Rows } from './rows';

export interface Place {
  worker_id: string | null;
  team_id: string | null;
  iro_id: string | null;
}

/** Who works with the child now; nobody once every episode has ended. */
export function placeOf(child: DemoChild): Place {
  const now = (role: 'WORKER' | 'IRO') => child.allocations.find((one) => one.role === role && one.to === null);
  return { worker_id: now('WORKER')?.worker.id ?? null, team_id: now('WORKER')?.teamId ?? null, iro_id: now('IRO')?.worker.id ?? null };
}

/** A child with episodes, allocations, meetings and visits, and what the child said and how they took part. */
export function journeyRows(rows: Rows, child: DemoChild, random: Random, asOf: string): void {
  const place = placeOf(child);
  rows.add('casework', 'child', {
    id: child.id, case_reference: child.reference, birth_year: child.birthYear, birth_month: child.birthMonth, gender: child.gender, ethnicity: child.ethnicity,
    disabled: child.disabled, first_language: child.language, ...place,
  });
  rows.add('workforce', 'child_place', { child_id: child.id, ...place, told_at: `${asOf}T00:00:00Z` });
  rows.add('voice', 'child_place', { child_id: child.id, ...place, told_at: `${asOf}T00:00:00Z` });
  rows.add('governance', 'child_place', { child_id: child.id, ...place });
  child.episodes.forEach((episode, index) => {
    rows.add('casework', 'episode', { id: random.uuid(), child_id: child.id, kind: episode.kind, source: 'demo', source_key: `${child.reference}/${index}`, started_on: episode.startedOn, ended_on: episode.endedOn, details: {} });
    occasions(rows, child, episode, place, random, asOf);
  });
  for (const { role, worker, teamId, from, to } of child.allocations) {
    rows.add('casework', 'child_allocation', { id: random.uuid(), child_id: child.id, role, worker_id: worker.id, team_id: teamId, valid_from: from, valid_to: to });
  }
}

const VISIT_EVERY: Partial<Record<string, [number, number]>> = { CIN: [28, 6], CP: [14, 4], LAC: [42, 8] };

function occasions(rows: Rows, child: DemoChild, episode: DemoEpisode, place: Place, random: Random, asOf: string): void {
  const rhythm = VISIT_EVERY[episode.kind];
  if (!rhythm) return;
  const end = episode.endedOn ?? asOf;
  for (const day of every(random, episode.startedOn, end, ...rhythm)) {
    const id = random.uuid();
    rows.add('casework', 'visit', { id, child_id: child.id, kind: episode.kind, visited_on: day, source: 'demo', source_key: id });
    const seen = random.chance(940);
    const alone = seen && random.chance(ageOn(child, day) < 4 ? 80 : 740);
    views(rows, child, random, { occasion: 'VISIT', occasion_id: id, on_date: day, seen, seen_alone: alone, participation_code: null }, place, episode);
  }
  if (episode.kind === 'CP') meetings(rows, child, 'CP_CONFERENCE', [episode.startedOn, ...every(random, addDays(episode.startedOn, -90), end, 180, 12)], place, random, episode);
  if (episode.kind === 'LAC') meetings(rows, child, 'LAC_REVIEW', [addDays(episode.startedOn, 26), addDays(episode.startedOn, 115), ...every(random, addDays(episode.startedOn, 115), end, 178, 8)].filter((day) => day < end), place, random, episode);
}

function meetings(rows: Rows, child: DemoChild, kind: 'CP_CONFERENCE' | 'LAC_REVIEW', days: string[], place: Place, random: Random, episode: DemoEpisode): void {
  days.forEach((day, index) => {
    const id = random.uuid();
    const code = kind === 'LAC_REVIEW' ? (ageOn(child, day) < 4 ? 'PN0' : random.weighted([['PN1', 46], ['PN2', 6], ['PN3', 4], ['PN4', 2], ['PN5', 9], ['PN6', 26], ['PN7', 7]])) : null;
    rows.add('casework', 'case_meeting', { id, child_id: child.id, kind, stage: index === 0 ? 'INITIAL' : 'REVIEW', held_on: day, participation_code: code, source: 'demo', source_key: id });
    views(rows, child, random, { occasion: kind, occasion_id: id, on_date: day, seen: null, seen_alone: null, participation_code: code }, place, episode);
  });
}

function views(rows: Rows, child: DemoChild, random: Random, record: object, place: Place, { team }: DemoEpisode): void {
  const held = { held_by_team_id: team.id, held_by_service_id: team.serviceId, ethnicity_group: ethnicityGroup(child.ethnicity) };
  rows.add('voice', 'views_record', { id: random.uuid(), child_id: child.id, ...record, ...place, ...held, source: 'IMPORT' });
}

export function ageOn(child: Pick<DemoChild, 'birthYear' | 'birthMonth'>, day: string): number {
  const months = (Number(day.slice(0, 4)) - child.birthYear) * 12 + Number(day.slice(5, 7)) - child.birthMonth;
  return Math.floor(months / 12);
}
