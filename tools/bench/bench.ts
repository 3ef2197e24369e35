import { askerOf } from './ask';
import { type ContestSettings, type Entry, playRound, type Upkeep, upkeepOf } from './contest';
import { type ContestantName, Field } from './contestants';
import { memoryOf, treeOf } from './cpu';
import { type Figures, figuresOf, type Round } from './figures';
import { Freezer } from './freeze';
import { openGround, postmasterOf } from './ground';
import { importSpeed, type ImportSpeed } from './import-speed';
import { type Operation, OPERATIONS } from './operations';
import { issueDevelopmentToken } from '@qaf/identity';
import { canAnswer, inItsWords, inOurs } from './postgraphile';
import { mustBeSame, mustSaySomething } from './same-answer';
import { chooseSubjects, type Subjects } from './subjects';

export interface BenchSettings extends ContestSettings {
  root: string;
  /** Where the databases of the measurement are kept. */
  folder: string;
  scale: number;
  rounds: number;
  contestants: readonly ContestantName[];
  operations: readonly string[];
  progress(message: string): void;
}

export interface ScaleResult {
  scale: number;
  operations: Record<string, Partial<Record<ContestantName, Figures>>>;
  /** The import against COPY. */
  import?: ImportSpeed;
  /** What each contestant and the database spend for it when nobody asks, in µs of processor time for each ms. */
  upkeep: Partial<Record<ContestantName, Upkeep>>;
  /** Resident memory of each contestant's processes after the run, in MB. */
  memoryMb: Partial<Record<ContestantName, number>>;
}

/** Measures every contestant at every operation at one scale. Nobody is timed before they gave the same answer. */
export async function bench(settings: BenchSettings): Promise<ScaleResult> {
  const ground = await openGround(settings.root, settings.folder, settings.scale, settings.progress);
  const field = new Field(ground);
  const freezer = await Freezer.open(ground.adminUrl);
  // Whoever is stopped hears nothing, not even that the measurement was broken off.
  const broken = (): void => {
    freezer.resume(field.pids);
    process.exit(1);
  };
  process.once('SIGTERM', broken).once('SIGINT', broken);
  try {
    const subjects = await chooseSubjects(ground.adminUrl);
    await field.enter(settings.contestants);
    const operations = OPERATIONS.filter(({ name }) => settings.operations.length === 0 || settings.operations.includes(name));
    const result: ScaleResult = { scale: settings.scale, operations: {}, upkeep: {}, memoryMb: {} };
    const database = postmasterOf(ground.dataDir);
    for (const contestant of field.contestants) result.upkeep[contestant.name] = await upkeepOf(contestant, field.pids, database, freezer, settings.upkeepMs);
    for (const operation of operations) {
      const entries = await entriesOf(field, operation, subjects, ground.dataDir, settings.atOnce);
      settings.progress(`${operation.name} at scale ${settings.scale}: the same answer from ${entries.map(({ contestant }) => contestant.name).join(', ')}`);
      result.operations[operation.name] = await contest(entries, field, database, freezer, settings, result.upkeep);
      settings.progress(`  ${entries.map(({ contestant: { name } }) => `${name} ${result.operations[operation.name]?.[name]?.cpuUs} µs`).join(', ')}`);
      await Promise.all(entries.map(({ asker }) => asker.close()));
    }
    if (settings.operations.length === 0 || settings.operations.includes('import')) result.import = await importSpeed(ground);
    for (const { name, pids } of field.contestants) result.memoryMb[name] = memoryOf(pids.flatMap(treeOf));
    return result;
  } finally {
    freezer.resume(field.pids);
    await freezer.close();
    await field.leave();
    await ground.close();
  }
}

/** Those who can answer the operation, each having given the answer that the platform gave. */
async function entriesOf(field: Field, operation: Operation, subjects: Subjects, dataDir: string, atOnce: number): Promise<Entry[]> {
  const token = await issueDevelopmentToken({ subject: subjects.people[operation.as ?? 'manager'], dataDir });
  const entries: Entry[] = [];
  let expected: unknown;
  for (const contestant of field.contestants) {
    const foreign = contestant.name === 'postgraphile';
    if (foreign && !canAnswer(operation.name)) continue;
    const asker = askerOf(contestant.url, token, atOnce);
    const question = (turn: number) => (foreign ? inItsWords(operation.name, operation.question(subjects, turn)) : operation.question(subjects, turn));
    const answer = await asker.ask(question(0));
    const got = foreign ? inOurs(operation.name, answer) : answer;
    expected ??= got;
    mustSaySomething(operation.name, got);
    mustBeSame(contestant.name, operation.name, expected, got);
    entries.push({ contestant, asker, question });
  }
  return entries;
}

const NONE: Upkeep = { nodeUs: 0, databaseUs: 0 };

async function contest(entries: Entry[], field: Field, database: number, freezer: Freezer, settings: BenchSettings, upkeep: ScaleResult['upkeep']): Promise<Partial<Record<ContestantName, Figures>>> {
  const rounds = new Map<ContestantName, Round[]>(entries.map(({ contestant }) => [contestant.name, []]));
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const entry of entries) rounds.get(entry.contestant.name)?.push(await playRound(entry, field.pids, database, freezer, settings, round === 0, upkeep[entry.contestant.name] ?? NONE));
  }
  return Object.fromEntries([...rounds].map(([name, played]) => [name, figuresOf(played)]));
}
