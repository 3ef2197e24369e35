import type { FinestCount, Members, Statistic } from '@qaf/statistics';
import { chance, skewed, wholeFrom } from './chance.fixtures';

/** One fact about a child, as it would be counted. */
export interface Fact {
  quarter: string;
  at: Record<string, string>;
  category: string;
  auditor: string;
}

/** A release to be made: which facts are known by then. */
export interface Round {
  period: string;
  quarters: string[];
  known: Fact[];
}

/** A made-up authority with a statistic, and what it releases over a year with late and corrected facts. */
export interface Authority {
  seed: number;
  statistic: Statistic;
  members: Members;
  rounds: Round[];
}

const QUARTERS = ['2018-19 Q1', '2018-19 Q2', '2018-19 Q3', '2018-19 Q4'];
const GRADES: Statistic['measure'] = {
  counts: 'audits',
  categories: ['outstanding', 'good', 'requires', 'inadequate'].map((code, at) => ({ code, title: code, part: at < 2, score: 4 - at })),
};
const ALONE: Statistic['measure'] = { counts: 'visits', categories: [{ code: 'yes', title: 'Yes', part: true }, { code: 'no', title: 'No' }] };

/** How large an authority is at most, and whether its tables cross two dimensions. */
export interface Size {
  services: number;
  teams: number;
  groups: number;
  quarters: number;
}

export const LARGE: Size = { services: 3, teams: 4, groups: 4, quarters: 4 };
export const MIDDLING: Size = { services: 2, teams: 3, groups: 2, quarters: 2 };
export const SMALL: Size = { services: 2, teams: 2, groups: 2, quarters: 2 };

/** The same for the same seed: services, teams small and large, groups of unlike size, insiders, quarters and rounds. */
export function authorityOf(seed: number, size: Size = SMALL): Authority {
  const random = chance(seed);
  const services = wholeFrom(random, 1, size.services);
  const teams = Array.from({ length: services }, (_, service) => Array.from({ length: wholeFrom(random, 1, size.teams) }, (_unused, team) => [`t${service}${team}`, `s${service}`])).flat();
  const groups = ['white', 'mixed', 'asian', 'black'].slice(0, wholeFrom(random, 1, size.groups));
  const members = { organisation: teams, ethnicity: groups.map((group) => [group]) };
  const statistic = statisticOf(random);
  const quarters = QUARTERS.slice(0, wholeFrom(random, 1, statistic.periods.length > 1 ? size.quarters : 2));
  const facts = quarters.flatMap((quarter) => teams.flatMap(([team = '']) => factsOf(random, quarter, team, groups, statistic.measure)));
  return { seed, statistic, members, rounds: roundsOf(random, quarters, facts, statistic, { teams, groups }) };
}

function statisticOf(random: () => number): Statistic {
  const grades = random() < 0.4;
  const measure = grades ? GRADES : ALONE;
  const two = random() < 0.4;
  const organisation = ['team', 'service'].map((level) => ({ code: `by-${level}`, by: { organisation: level } }));
  const both = [{ code: 'by-service-and-group', by: { organisation: 'service', ethnicity: 'group' } }, ...(random() < 0.6 ? [{ code: 'by-team-and-group', by: { organisation: 'team', ethnicity: 'group' }, shareOnly: grades }] : [])];
  const insiders: Statistic['insiders'][number][] = [];
  if (random() < 0.7) insiders.push({ kind: 'MEMBER', dimension: 'organisation', level: 'team' });
  if (random() < 0.4) insiders.push({ kind: 'MEMBER', dimension: 'organisation', level: 'service' });
  if (random() < 0.3) insiders.push({ kind: 'OWN' });
  return {
    code: 'made-up', version: 1, title: 'Made up', definition: 'Made up.', measure,
    dimensions: [{ code: 'organisation', title: 'Organisation', levels: ['team', 'service'] }, { code: 'ethnicity', title: 'Ethnicity', levels: ['group'] }],
    tables: [{ code: 'authority', by: {} }, ...organisation, { code: 'by-group', by: { ethnicity: 'group' } }, ...(two ? both : [])],
    periods: random() < 0.35 ? ['QUARTER', 'BUSINESS_YEAR'] : ['QUARTER'],
    rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2014-04-01', source: 'made up' },
    minimumStep: 10, allAlike: random() < 0.3 ? 'HIDDEN' : 'SHOWN', insiders,
  };
}

function factsOf(random: () => number, quarter: string, team: string, groups: readonly string[], measure: Statistic['measure']): Fact[] {
  const [least, most] = [[1, 8], [10, 40], [50, 150]][wholeFrom(random, 0, 2)] as [number, number];
  return Array.from({ length: wholeFrom(random, least, most) }, () => factOf(random, quarter, team, groups, measure));
}

function factOf(random: () => number, quarter: string, team: string, groups: readonly string[], { categories }: Statistic['measure']): Fact {
  const ethnicity = skewed(random, groups, 0.7);
  const category = skewed(random, categories.length === 4 ? ['good', 'requires', 'outstanding', 'inadequate'] : ['yes', 'no'], 0.65);
  return { quarter, at: { organisation: team, ethnicity }, category, auditor: `a${wholeFrom(random, 0, 3)}-${team.slice(0, 2)}` };
}

/** Quarters as they end; then one again with late facts, or corrected ones; then the year. */
function roundsOf(random: () => number, quarters: readonly string[], facts: readonly Fact[], statistic: Statistic, { teams, groups }: { teams: readonly (readonly string[])[]; groups: readonly string[] }): Round[] {
  const known = facts.filter(() => random() < 0.97);
  const first = quarters.map((quarter): Round => ({ period: quarter, quarters: [quarter], known: known.filter((fact) => fact.quarter === quarter) }));
  const again = quarters[0] ?? '';
  let late = facts.filter((fact) => fact.quarter === again);
  for (let n = wholeFrom(random, 0, 60); n > 0; n -= 1) late.push(factOf(random, again, teams[wholeFrom(random, 0, teams.length - 1)]?.[0] ?? '', groups, statistic.measure));
  if (random() < 0.3) late = late.filter(() => random() < 0.95);
  const year: Round[] = statistic.periods.includes('BUSINESS_YEAR') ? [{ period: '2018-19', quarters: [...QUARTERS], known: [...late, ...facts.filter((fact) => fact.quarter !== again)] }] : [];
  return [...first, { period: again, quarters: [again], known: late }, ...year];
}

/** Facts counted by finest cell. */
export function counted(facts: readonly Fact[]): FinestCount[] {
  const cells = new Map<string, FinestCount & { own: Record<string, number> }>();
  for (const { quarter, at, category, auditor } of facts) {
    const key = JSON.stringify([quarter, at, category]);
    const cell = cells.get(key) ?? { quarter, at, category, count: 0, own: {} };
    cells.set(key, { ...cell, count: cell.count + 1, own: { ...cell.own, [auditor]: (cell.own[auditor] ?? 0) + 1 } });
  }
  return [...cells.values()];
}
