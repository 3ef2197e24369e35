/** How long a page waits for what is measured for it: figures are wanted most when something stands still. */
const LONGEST_MS = 1_500;

/** Upper bounds of a histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

type Labels = Record<string, string>;
type Kind = 'counter' | 'gauge' | 'histogram';

interface Family {
  kind: Kind;
  help: string;
  series: Map<string, number | number[]>;
}

/**
 * Figures in Prometheus' text format 0.0.4. Labels are names from the code (a status, a code, a subgraph), never what a request carried.
 * Every series that a family can have is small in number, so nothing is forgotten.
 */
export class Metrics {
  private readonly families = new Map<string, Family>();
  private readonly sources: (() => Promise<void>)[] = [];

  counted(name: string, help: string, labels: Labels = {}, by = 1): void {
    const { series } = this.family(name, 'counter', help);
    series.set(written(labels), ((series.get(written(labels)) as number | undefined) ?? 0) + by);
  }

  measured(name: string, help: string, value: number, labels: Labels = {}): void {
    this.family(name, 'gauge', help).series.set(written(labels), value);
  }

  /** Keeps a duration: how many lasted no longer than each bound, then the sum, then how many. */
  took(name: string, help: string, seconds: number, labels: Labels = {}): void {
    const { series } = this.family(name, 'histogram', help);
    const key = written(labels);
    const kept = (series.get(key) as number[] | undefined) ?? new Array<number>(BOUNDS.length + 2).fill(0);
    BOUNDS.forEach((bound, index) => (kept[index] = (kept[index] ?? 0) + (seconds <= bound ? 1 : 0)));
    kept[BOUNDS.length] = (kept[BOUNDS.length] ?? 0) + seconds;
    kept[BOUNDS.length + 1] = (kept[BOUNDS.length + 1] ?? 0) + 1;
    series.set(key, kept);
  }

  /** Called before each page, to measure what is only known then. One that fails, or takes too long, leaves its figures as they were. */
  beforeEachPage(source: () => void | Promise<void>): void {
    this.sources.push(oneAtATime(source));
  }

  async page(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_MS)));
    await Promise.race([Promise.allSettled(this.sources.map((source) => source())), late]);
    clearTimeout(timer);
    return [...this.families].map(([name, { kind, help, series }]) => `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${[...series].flatMap(([labels, value]) => linesOf(name, labels, value)).join('\n')}\n`).join('');
  }

  private family(name: string, kind: Kind, help: string): Family {
    let family = this.families.get(name);
    if (!family) this.families.set(name, (family = { kind, help, series: new Map() }));
    return family;
  }
}

function oneAtATime(work: () => void | Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= (async () => work())().finally(() => (running = undefined)));
}

function written(labels: Labels): string {
  return Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[^\w .:/-]/g, '_')}"`).join(',');
}

function linesOf(name: string, labels: string, value: number | number[]): string[] {
  const braced = (more = ''): string => [labels, more].filter(Boolean).join(',').replace(/^(.+)$/, '{$1}');
  if (typeof value === 'number') return [`${name}${braced()} ${value}`];
  const buckets = [...BOUNDS.map(String), '+Inf'].map((bound, index) => `${name}_bucket${braced(`le="${bound}"`)} ${bound === '+Inf' ? value.at(-1) : value[index]}`);
  return [...buckets, `${name}_sum${braced()} ${value.at(-2)}`, `${name}_count${braced()} ${value.at(-1)}`];
}
