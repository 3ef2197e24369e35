import type { FinestCount, Insider, Lattice, Members, ReleaseMade, Statistic } from '@qaf/statistics';
import { attack, type Bounds } from './attack';
import { countsTo, kindName, kindsOf, type Knowledge, type OwnRows, type PublishedRelease, type Secret, unknownName } from './knowledge';

/** A secret that somebody could bound to too few whole numbers. */
export interface Caught extends Bounds {
  attacker: string;
}

/** What an attack on releases came to. */
export interface Judgement {
  attackers: number;
  secrets: number;
  caught: Caught[];
}

/**
 * Lets everybody attack releases of a statistic, oldest first, and finds every secret that one of them bounds to fewer whole
 * numbers than the rule asks. The judge knows the truth, and gives of it to each attacker the rows that are theirs. `lets` picks
 * among the insiders, by their place in the list of all; whoever knows no more than is published always attacks.
 */
export async function judge(statistic: Pick<Statistic, 'insiders' | 'allAlike' | 'rule'>, made: readonly ReleaseMade[], lets: (insider: number) => boolean = () => true): Promise<Judgement> {
  const judgement: Judgement = { attackers: 0, secrets: 0, caught: [] };
  const releases = made.map(({ period, quarters, lattice, members, cells }): PublishedRelease => ({ period, quarters, lattice, members, cells }));
  const shrunk = shrunkIn(made);
  const secrets = [...hiddenCells(releases), ...smallSteps(made, releases, statistic.rule.hiddenUpTo)];
  for (const { name, own } of attackersOf(statistic.insiders, made).filter((_, at) => at === 0 || lets(at - 1))) {
    const knowledge: Knowledge = { name, releases, own, rule: statistic, shrunk };
    const asked = secrets.filter((secret) => isSecretFrom(knowledge, secret));
    const bounds = await attack(knowledge, asked, statistic.rule.leastRange);
    judgement.attackers += 1;
    judgement.secrets += asked.length;
    judgement.caught.push(...bounds.filter(({ lower, upper }) => upper - lower + 1 < statistic.rule.leastRange).map((one) => ({ ...one, attacker: name })));
  }
  return judgement;
}

function hiddenCells(releases: readonly PublishedRelease[]): Secret[] {
  return releases.flatMap((release, at) => release.cells.filter(({ value }) => value === null).map((cell): Secret => ({
    what: `${at} ${release.period} ${cell.table} ${JSON.stringify(cell.at)} ${cell.category}`,
    parts: kindsOf(release).filter((kind) => countsTo(release, cell, kind)).map((kind) => [unknownName(at, kind), 1]),
  })));
}

/** What came to or left a cell between a release and the last of the same period, or of the quarters that it sums: small counts of it are secrets too. */
function smallSteps(made: readonly ReleaseMade[], releases: readonly PublishedRelease[], most: number): Secret[] {
  return releases.flatMap((release, at) => {
    const same = releases.slice(0, at).findLastIndex(({ period }) => period === release.period);
    const quarters = release.quarters.map((quarter) => releases.slice(0, at).findLastIndex((one) => one.quarters.length === 1 && one.quarters[0] === quarter));
    const sources = [...(same < 0 ? [] : [[same]]), ...(release.quarters.length === 1 || quarters.some((one) => one < 0) ? [] : [quarters])];
    return sources.flatMap((before) => release.cells.flatMap((cell) => {
      const kinds = (of: number) => kindsOf(nth(releases, of)).filter((kind) => countsTo(nth(releases, of), cell, kind));
      const truth = (of: number) => total(nth(made, of).finest, nth(releases, of), cell);
      const step = truth(at) - before.reduce((sum, of) => sum + truth(of), 0);
      if (Math.abs(step) < 1 || Math.abs(step) > most) return [];
      const parts = [...kinds(at).map((kind) => [unknownName(at, kind), 1] as const), ...before.flatMap((of) => kinds(of).map((kind) => [unknownName(of, kind), -1] as const))];
      return [{ what: `step to ${at} ${release.period} ${cell.table} ${JSON.stringify(cell.at)} ${cell.category}`, parts }];
    }));
  });
}

function nth<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new RangeError('There is no such release.');
  return found;
}

function total(finest: readonly FinestCount[], release: PublishedRelease, cell: PublishedRelease['cells'][number]): number {
  return finest.filter((one) => countsTo(release, cell, one)).reduce((sum, { count }) => sum + count, 0);
}

/** Not what is wholly made of the attacker's own rows and of published zeros: that is told to nobody. */
function isSecretFrom({ releases, own }: Knowledge, { parts }: Secret): boolean {
  return parts.some(([name]) => {
    const at = Number(name.slice(0, name.indexOf('/')));
    const release = nth(releases, at);
    const kind = kindsByName(release, at).get(name);
    return kind !== undefined && !own[at]?.whole(kind) && !zerosOf(release).has(name.slice(name.indexOf('/') + 1));
  });
}

const named = new WeakMap<PublishedRelease, Map<string, Pick<FinestCount, 'quarter' | 'at' | 'category'>>>();
const zeros = new WeakMap<PublishedRelease, Set<string>>();

function kindsByName(release: PublishedRelease, at: number): Map<string, Pick<FinestCount, 'quarter' | 'at' | 'category'>> {
  const found = named.get(release) ?? new Map(kindsOf(release).map((kind) => [unknownName(at, kind), kind]));
  named.set(release, found);
  return found;
}

function zerosOf(release: PublishedRelease): Set<string> {
  const found = zeros.get(release) ?? new Set(release.cells.filter(({ value }) => value === 0).flatMap((cell) => kindsOf(release).filter((kind) => countsTo(release, cell, kind)).map(kindName)));
  zeros.set(release, found);
  return found;
}

/** Which finest kinds lost facts against the last release that counted them, by the release. */
function shrunkIn(made: readonly ReleaseMade[]): Set<string> {
  const last = new Map<string, number>();
  return new Set(made.flatMap((release, at) => {
    const counts = new Map(release.finest.map((one) => [kindName(one), one.count]));
    return kindsOf(release).map(kindName).flatMap((kind) => {
      const before = last.get(kind);
      last.set(kind, counts.get(kind) ?? 0);
      return before !== undefined && (counts.get(kind) ?? 0) < before ? [`${at}/${kind}`] : [];
    });
  }));
}

function attackersOf(insiders: readonly Insider[], made: readonly ReleaseMade[]): { name: string; own: (OwnRows | null)[] }[] {
  const outside = { name: 'anyone', own: made.map(() => null) };
  return [outside, ...insiders.flatMap((insider) => (insider.kind === 'OWN' ? makersOf(made) : overMembers(insider, made)))];
}

function makersOf(made: readonly ReleaseMade[]): { name: string; own: OwnRows[] }[] {
  const makers = [...new Set(made.flatMap(({ finest }) => finest.flatMap(({ own = {} }) => Object.keys(own))))].sort();
  return makers.map((maker) => ({ name: `maker ${maker}`, own: made.map(({ finest }) => ({ whole: () => false, counts: finest.map((one) => ({ ...one, count: one.own?.[maker] ?? 0 })) })) }));
}

function overMembers({ dimension, level }: Extract<Insider, { kind: 'MEMBER' }>, made: readonly ReleaseMade[]): { name: string; own: OwnRows[] }[] {
  const memberOf = ({ lattice, members }: { lattice: Lattice; members: Members }, leaf: string | undefined) =>
    members[dimension]?.find(([one]) => one === leaf)?.[lattice.dimensions.find(({ code }) => code === dimension)?.levels.indexOf(level) ?? 0];
  const all = [...new Set(made.flatMap((release) => (release.members[dimension] ?? []).map(([leaf]) => memberOf(release, leaf) ?? '')))].sort();
  return all.map((member) => ({
    name: `over ${level} ${member}`,
    own: made.map((release): OwnRows => {
      const whole = ({ at }: Pick<FinestCount, 'at'>) => memberOf(release, at[dimension]) === member;
      return { whole, counts: release.finest.filter(whole) };
    }),
  }));
}
