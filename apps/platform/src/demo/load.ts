import { todayInLondon } from '@qaf/calendar';
import { seedAuditProgramme, seedChildJourneyTool } from '@qaf/casework';
import { insertRows, type SubgraphName, SUBGRAPH_NAMES } from '@qaf/database';
import { seedGovernance } from '@qaf/governance';
import { machine } from '@qaf/identity';
import { seedVoice } from '@qaf/voice';
import { seedWorkforce } from '@qaf/workforce';
import type { OpenGraph } from '../graph';
import { loadAnswers } from './answers';
import { auditRows, type Tool, type Vocabulary } from './audit-rows';
import { type DemoChild, makeChild } from './children';
import { establishmentRows } from './establishment-rows';
import { invitationRows, type Questionnaires } from './invitation-rows';
import { journeyRows } from './journey-rows';
import { learningRows } from './learning-rows';
import { makeOrganisation } from './organisation';
import { organisationRows } from './organisation-rows';
import { particularRows } from './particular-rows';
import { ragRows } from './rag-rows';
import { Random } from './random';
import { Rows, TABLES } from './rows';
import { NextSample } from './sample-rows';
import { Caseloads, supervisionRows } from './supervision-rows';

export interface DemonstrationOptions {
  /** 1 is an authority of about 600 workers and 3,000 children. */
  scale: number;
  seed?: number;
  /** The day that the three years end with; today when left out. The same seed and day give the same authority. */
  asOf?: string;
  /** Leaves a database that has workers in it alone. */
  onlyIfEmpty?: boolean;
  progress?: ((message: string) => void) | undefined;
}

const CHILDREN = 3_000;
const SEED = 20_180_401;
const AT_ONCE = 1_500;

/** Loads the made-up authority. Answers how many rows; none when the database was not empty. */
export async function loadDemonstration(graph: OpenGraph, options: DemonstrationOptions): Promise<number> {
  if (options.onlyIfEmpty && !(await isEmpty(graph))) return 0;
  if (!(await isEmpty(graph))) throw new Error('The database holds an authority already; load a demonstration into an empty one.');
  const asOf = options.asOf ?? todayInLondon(new Date());
  const random = new Random(options.seed ?? SEED);
  options.progress?.('Loading the demonstration authority.');
  await seed(graph);
  const { tool, words, questionnaires } = await referenceData(graph);
  const organisation = makeOrganisation(random, options.scale, asOf);
  const first = new Rows();
  const employments = organisationRows(first, organisation, random, asOf);
  let count = await load(graph, first);
  const caseloads = new Caseloads();
  // Of its own, so that what was there before stays as it was.
  const chairs = new Random((options.seed ?? 20_180_401) + 1);
  const nextSample = new NextSample();
  for (let from = 1; from <= CHILDREN * options.scale; from += AT_ONCE) {
    const rows = new Rows();
    const children: DemoChild[] = [];
    for (let number = from; number < from + AT_ONCE && number <= CHILDREN * options.scale; number += 1) {
      const child = makeChild(random, number, organisation, asOf);
      caseloads.add(child);
      children.push(child);
      journeyRows(rows, child, random, asOf);
      auditRows(rows, child, organisation, tool, words, random, asOf);
      invitationRows(rows, child, questionnaires, random);
    }
    ragRows(rows, children, chairs, asOf);
    nextSample.add(children, rows, asOf);
    count += await load(graph, rows);
    options.progress?.(`${Math.min(from + AT_ONCE - 1, CHILDREN * options.scale)} of ${CHILDREN * options.scale} children.`);
  }
  const supervision = new Rows();
  supervisionRows(supervision, organisation, caseloads, random, asOf);
  // After what was there before, so that the same seed gives the same of it.
  establishmentRows(supervision, organisation, employments, random, asOf);
  particularRows(supervision, organisation, random, asOf);
  nextSample.rows(supervision, organisation, tool.versionId, asOf);
  // By a chance of its own, for the same reason.
  learningRows(supervision, organisation, new Random((options.seed ?? SEED) + 1), asOf);
  count += await load(graph, supervision);
  return count + (await loadAnswers(graph, random, asOf));
}

/** Law and framework as data: what every authority starts with, the demonstration or not. */
export async function seed(graph: OpenGraph): Promise<void> {
  await command(graph, 'workforce', seedWorkforce);
  await command(graph, 'governance', seedGovernance);
  await command(graph, 'casework', seedChildJourneyTool);
  await command(graph, 'casework', seedAuditProgramme);
  await command(graph, 'voice', seedVoice);
}

type Command = Parameters<ReturnType<OpenGraph['subgraphs']['workforce']['unit']>['command']>[0];

function command(graph: OpenGraph, name: SubgraphName, work: (tx: Parameters<Command>[0]) => Promise<unknown>): Promise<unknown> {
  return graph.subgraphs[name].unit(machine('machine_import', 'demonstration'), 'demonstration').command(work);
}

async function load(graph: OpenGraph, rows: Rows): Promise<number> {
  await Promise.all(
    SUBGRAPH_NAMES.map((name) =>
      command(graph, name, async (tx) => {
        for (const table of TABLES[name]) await insertRows(tx, table, rows.of(name, table));
      }),
    ),
  );
  return rows.count();
}

async function read<Row>(graph: OpenGraph, name: SubgraphName, sql: string): Promise<Row[]> {
  const unit = graph.subgraphs[name].unit(machine('machine_import', 'demonstration'), 'demonstration');
  const rows = await unit.query<Row>(sql);
  await unit.end();
  return rows;
}

async function isEmpty(graph: OpenGraph): Promise<boolean> {
  const [workers, children] = await Promise.all([read(graph, 'workforce', 'select 1 from worker limit 1'), read(graph, 'casework', 'select 1 from child limit 1')]);
  return workers.length === 0 && children.length === 0;
}

async function referenceData(graph: OpenGraph): Promise<{ tool: Tool; words: Vocabulary; questionnaires: Questionnaires }> {
  const questions = await read<{ versionId: string; key: string; kind: string; weight: number; priorityCode: string | null }>(
    graph,
    'casework',
    `select v.id as "versionId", q.key, q.kind, q.weight, q.priority_code as "priorityCode" from audit_tool_version v join audit_question q on q.version_id = v.id where v.state = 'PUBLISHED' order by v.id, q.position`,
  );
  const versionId = questions[0]?.versionId;
  if (!versionId) throw new Error('No audit tool is published.');
  const themes = await read<{ code: string }>(graph, 'governance', 'select code from theme order by code');
  const priorities = await read<{ code: string }>(graph, 'governance', 'select code from practice_priority order by code');
  const versions = await read<{ audience: 'CHILD' | 'PARENT'; id: string }>(
    graph,
    'voice',
    `select q.audience, v.id from questionnaire q join questionnaire_version v on v.questionnaire_id = q.id where v.state = 'PUBLISHED' and q.code like 'cp-plan-end%'`,
  );
  return {
    tool: { versionId, questions: questions.filter((one) => one.versionId === versionId) },
    words: { themes: themes.map((row) => row.code), priorities: priorities.map((row) => row.code) },
    questionnaires: Object.fromEntries(versions.map((row) => [row.audience, row.id])),
  };
}
