import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBGRAPH_NAMES } from '@qaf/database';
import { buildSchema, isObjectType, Kind, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Cast } from './authority';
import { behind } from './kept-rows';
import type { Answer, Stage } from './stage';

const SCHEMA = buildSchema(readFileSync(join(__dirname, '../../../libs/client/schema.graphql'), 'utf8'), { assumeValidSDL: true });

/** Types about a child or a worker, by hand from the rows of who may see what: each of their things that is given out is on record. */
const PERSONAL = [
  'Child', 'Episode', 'ChildAllocation', 'CaseMeeting', 'Visit', 'Audit', 'AuditAnswer', 'SupervisionSession', 'CaseDiscussion', 'ViewsRecord', 'Invitation',
  'IdentifiedResponse', 'Action', 'ActionStep', 'EvidenceFile',
];

/** What each command changes, by hand: of its input, or of what it made. */
const CHANGED: Record<string, readonly [type: string, from: 'input' | 'made', path: string][]> = {
  planSupervision: [['SupervisionSession', 'made', 'session']],
  recordSupervision: [['SupervisionSession', 'input', 'sessionId'], ['CaseDiscussion', 'made', 'session.discussions']],
  cancelSupervision: [['SupervisionSession', 'input', 'sessionId']],
  allocateAudit: [['Audit', 'made', 'audit']],
  recordViews: [['ViewsRecord', 'made', 'viewsRecord']],
  changeViews: [['ViewsRecord', 'input', 'viewsRecordId']],
  openAction: [['Action', 'made', 'action']],
  lockChild: [['Child', 'input', 'childId']],
  saveAuditAnswers: [['Audit', 'input', 'auditId'], ['AuditAnswer', 'made', 'audit.answers']],
  ...Object.fromEntries(['completeAuditChecklist', 'startAudit', 'submitAudit', 'giveAuditFeedback', 'acknowledgeAudit', 'moderateAudit', 'closeAudit', 'withdrawAudit'].map((name) => [name, [['Audit', 'input', 'auditId']]])),
  ...Object.fromEntries(['reportActionProgress', 'completeAction', 'verifyAction', 'returnAction', 'changeActionOwner', 'changeActionDueDate', 'escalateAction', 'cancelAction'].map((name) => [name, [['Action', 'input', 'actionId']]])),
};

type Json = Record<string, unknown>;

/** Stands beside a story and keeps a list of its own: each thing that somebody was given, changed or was refused, from the questions and answers alone. */
export class Witness {
  /** As the record is read: request, person, operation, thing, outcome. */
  readonly list: string[] = [];
  private readonly mark = `witness-${randomUUID()}`;
  private asked = 0;

  constructor(private readonly stage: Stage) {}

  /** The same stage, with everything that is asked of it witnessed. */
  get watched(): Stage {
    const ask = (person: keyof Cast | null, query: string, variables: Json = {}, headers: Record<string, string> = {}) => this.ask(person, query, variables, headers);
    return Object.create(this.stage, { ask: { value: ask } }) as Stage;
  }

  private async ask(person: keyof Cast | null, query: string, variables: Json, headers: Record<string, string>): Promise<Answer> {
    this.asked += 1;
    const request = `${this.mark}-${String(this.asked).padStart(3, '0')}`;
    const answer = await this.stage.ask(person, withIds(query), variables, { ...headers, 'x-request-id': request });
    const note = (operation: string, thing: string, outcome = 'GIVEN') => this.list.push([request, person ? this.stage.people[person].id : 'nobody', operation, thing, outcome].join(' '));
    const given = new Set<string>();
    collect(answer.data, given);
    for (const thing of given) note('READ', thing);
    for (const [name, result] of Object.entries((answer.data ?? {}) as Json)) this.result(name, result as Json | null, { query, variables, answer, note });
    // What is malformed is refused before anybody looks at a thing.
    for (const error of answer.errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN')) for (const thing of namedIn(variables)) note('REFUSED', thing, error.extensions.code);
    return { ...answer, data: answer.data === undefined || answer.data === null ? answer.data : without(answer.data) };
  }

  private result(name: string, result: Json | null, { query, variables, answer, note }: { query: string; variables: Json; answer: Answer; note(operation: string, thing: string, outcome?: string): void }): void {
    if (answer.errors.length > 0) return;
    if (!query.trimStart().startsWith('mutation')) {
      if (result === null) for (const thing of namedIn(variables)) note('REFUSED', thing, 'NotFound');
      return;
    }
    const type = String(result?.['__typename'] ?? '');
    const input = variables['input'] as Json;
    if (!type.endsWith('Success')) for (const thing of namedIn(input)) note('REFUSED', thing, type);
    else for (const [kind, from, path] of CHANGED[name] ?? unheard(name)) for (const id of idsAt(from === 'input' ? input : (result as Json), path)) note('CHANGE', `${kind}:${uuidIn(id)}`);
  }

  /** What the four parts have on record of the requests that were witnessed, by whoever is a person. */
  async onRecord(): Promise<string[]> {
    const of = (part: string) => `select request, person_id, operation, entity_type || ':' || one as thing, outcome from ${part}.access_record, unnest(ids) as one where request like '${this.mark}-%'`;
    const rows = await behind<{ request: string; person_id: string; operation: string; thing: string; outcome: string }>(this.stage, SUBGRAPH_NAMES.map(of).join(' union all '));
    return rows.map(({ request, person_id, operation, thing, outcome }) => [request, person_id, operation, thing, outcome].join(' '));
  }
}

function unheard(name: string): never {
  throw new Error(`The witness does not know what ${name} changes.`);
}

/** Answers are not asked back by whoever saves them; the witness wants to know which were. */
const SAVED = parse('{ audit { answers { wasId: id wasType: __typename } } }').definitions.flatMap((one) => ('selectionSet' in one ? (one.selectionSet?.selections ?? []) : []));

/** The question with the id of every personal thing that it meets. */
function withIds(query: string): string {
  const info = new TypeInfo(SCHEMA);
  const field = (alias: string, name: string) => ({ kind: Kind.FIELD, alias: { kind: Kind.NAME, value: alias }, name: { kind: Kind.NAME, value: name } }) as const;
  const document = visit(parse(query), visitWithTypeInfo(info, {
    SelectionSet: (node) => {
      const type = info.getParentType();
      if (!isObjectType(type)) return undefined;
      if (type.name === 'SaveAuditAnswersSuccess') return { ...node, selections: [...node.selections, ...SAVED] };
      return PERSONAL.includes(type.name) ? { ...node, selections: [...node.selections, field('wasId', 'id'), field('wasType', '__typename')] } : undefined;
    },
  }));
  return print(document);
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((one) => collect(one, found));
  if (typeof value !== 'object' || value === null) return;
  const row = value as Json;
  if (typeof row['wasId'] === 'string') found.add(`${String(row['wasType'])}:${uuidIn(row['wasId'])}`);
  Object.values(row).forEach((one) => collect(one, found));
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'wasId' && key !== 'wasType').map(([key, inner]) => [key, without(inner)]));
}

function uuidIn(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
}

/** The personal things whose ids stand somewhere in a value. */
function namedIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const named = Buffer.from(value, 'base64url').toString();
    const [type = '', uuid = ''] = named.split(':');
    return PERSONAL.includes(type) && uuid.length === 36 ? [named] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(namedIn))];
}

function idsAt(value: unknown, path: string): string[] {
  const [first, ...rest] = path.split('.');
  const inner = first === '' || first === undefined ? value : (value as Json | null)?.[first];
  if (rest.length > 0) return idsAt(inner, rest.join('.'));
  return [inner].flat().map((one) => (typeof one === 'string' ? one : String((one as Json | null)?.['wasId'])));
}
