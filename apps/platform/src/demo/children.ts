import { addDays, daysBetween } from '@qaf/calendar';
import type { DemoOrganisation, DemoTeam, DemoWorker } from './organisation';
import type { Random } from './random';

export type EpisodeKind = 'CONTACT' | 'REFERRAL' | 'ASSESSMENT' | 'SECTION_47' | 'EARLY_HELP' | 'CIN' | 'CP' | 'LAC' | 'CARE_LEAVER';

export interface DemoEpisode {
  kind: EpisodeKind;
  startedOn: string;
  endedOn: string | null;
  team: DemoTeam;
}

export interface DemoChild {
  id: string;
  reference: string;
  birthYear: number;
  birthMonth: number;
  gender: string;
  ethnicity: string;
  disabled: boolean;
  language: string;
  episodes: DemoEpisode[];
  allocations: { role: 'WORKER' | 'IRO'; worker: DemoWorker; teamId: string | null; from: string; to: string | null }[];
}

export const DAYS = 3 * 365;

const ETHNICITY = [['WBRI', 820], ['WOTH', 50], ['MWBC', 30], ['MWAS', 20], ['APKN', 20], ['AIND', 15], ['BAFR', 15], ['BCRB', 10], ['OOTH', 10], ['WROM', 10]] as const;
const LANGUAGE = [['English', 930], ['Polish', 25], ['Welsh', 15], ['Romanian', 15], ['Urdu', 15]] as const;
/** What becomes of a child that the front door passes on, in parts of a hundred. */
const PATHS: [EpisodeKind[], number][] = [
  [[], 22],
  [['EARLY_HELP'], 26],
  [['ASSESSMENT'], 14],
  [['ASSESSMENT', 'CIN'], 18],
  [['ASSESSMENT', 'SECTION_47', 'CP'], 9],
  [['ASSESSMENT', 'CIN', 'SECTION_47', 'CP'], 4],
  [['ASSESSMENT', 'SECTION_47', 'CP', 'LAC'], 4],
  [['ASSESSMENT', 'LAC'], 2],
  [['LAC', 'CARE_LEAVER'], 1],
];
/** How many days each kind lasts, from and to. */
const LASTS: Record<EpisodeKind, [number, number]> = {
  CONTACT: [1, 2], REFERRAL: [1, 5], ASSESSMENT: [20, 50], SECTION_47: [5, 15], EARLY_HELP: [60, 260], CIN: [60, 300], CP: [90, 420], LAC: [120, 900], CARE_LEAVER: [200, 900],
};
const SERVICE: Record<EpisodeKind, string> = {
  CONTACT: 'front-door', REFERRAL: 'front-door', ASSESSMENT: 'assessment', SECTION_47: 'assessment', EARLY_HELP: 'early-help', CIN: 'case-management', CP: 'case-management', LAC: 'looked-after', CARE_LEAVER: 'leaving-care',
};

/** A child's way through the service within the three years before `asOf`, with whoever worked with them. */
export function makeChild(random: Random, number: number, organisation: DemoOrganisation, asOf: string): DemoChild {
  const path = random.weighted(PATHS);
  const start = addDays(asOf, -random.int(1, DAYS));
  const olderFirst = path.includes('CARE_LEAVER') ? [5800, 6500] : [0, 6200];
  const born = addDays(start, -random.int(olderFirst[0] as number, olderFirst[1] as number));
  const disabled = random.chance(110);
  const child: DemoChild = {
    id: random.uuid(),
    reference: `D${String(number).padStart(7, '0')}`,
    birthYear: Number(born.slice(0, 4)),
    birthMonth: Number(born.slice(5, 7)),
    gender: random.weighted([['F', 490], ['M', 505], ['U', 5]]),
    ethnicity: random.weighted(ETHNICITY),
    disabled,
    language: random.weighted(LANGUAGE),
    episodes: [],
    allocations: [],
  };
  walk(random, child, ['CONTACT', ...(path.length > 0 ? (['REFERRAL'] as const) : []), ...path], start, organisation, asOf);
  return child;
}

function walk(random: Random, child: DemoChild, kinds: EpisodeKind[], start: string, organisation: DemoOrganisation, asOf: string): void {
  let day = start;
  for (const kind of kinds) {
    const code = child.disabled && ['ASSESSMENT', 'CIN'].includes(kind) ? 'disability' : SERVICE[kind];
    const service = organisation.services.find((one) => one.code === code);
    if (!service || day >= asOf) return;
    const team = random.pick(service.teams);
    const [least, most] = LASTS[kind];
    const end = addDays(day, random.int(least, most));
    child.episodes.push({ kind, startedOn: day, endedOn: end < asOf ? end : null, team });
    allocate(random, child, team, kind, day, end < asOf ? end : null, organisation);
    day = end;
  }
}

function allocate(random: Random, child: DemoChild, team: DemoTeam, kind: EpisodeKind, from: string, to: string | null, organisation: DemoOrganisation): void {
  const there = team.practitioners.filter((worker) => worker.startedOn <= from && (worker.leftOn === null || worker.leftOn > (to ?? '9999')));
  const worker = there.length > 0 ? random.pick(there) : (team.practitioners[0] as DemoWorker);
  extend(child, 'WORKER', worker, team.id, from, to);
  if (kind === 'CP' || kind === 'LAC') extend(child, 'IRO', iroOf(child, random, organisation), null, from, to);
}

function iroOf(child: DemoChild, random: Random, organisation: DemoOrganisation): DemoWorker {
  return child.allocations.find((one) => one.role === 'IRO')?.worker ?? random.pick(organisation.iros);
}

function extend(child: DemoChild, role: 'WORKER' | 'IRO', worker: DemoWorker, teamId: string | null, from: string, to: string | null): void {
  const last = child.allocations.filter((one) => one.role === role).at(-1);
  if (last && last.to === from && last.worker === worker) last.to = to;
  else child.allocations.push({ role, worker, teamId, from, to });
}

/** Days from the first to the last of a span, one every `every` days give or take. */
export function every(random: Random, from: string, to: string, days: number, slack: number): string[] {
  const found: string[] = [];
  for (let day = addDays(from, days); day < to; day = addDays(day, days + random.int(-slack, slack))) found.push(day);
  return found;
}

export function spanDays(from: string, to: string): number {
  return daysBetween(from, to);
}
