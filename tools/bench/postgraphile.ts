import { globalId, uuidOf } from '@qaf/graph';
import type { Question } from './operations';

type Node = Record<string, unknown>;
interface List {
  edges: { node: Node }[];
}

interface Translation {
  query: string;
  variables(given: Record<string, unknown>): Record<string, unknown>;
  /** Its answer in the shape of ours. */
  back(answer: Record<string, unknown>): unknown;
}

const WORKER = `query Worker($id: UUID!) { workerByRowId(rowId: $id) { rowId displayName jobTitle teamMembershipsByWorkerId(first: 1, condition: { validTo: null }) { edges { node { teamByTeamId { name } } } } } }`;

const AUDITS = `query Audits { allCaseworkAudits(first: 50, orderBy: [DUE_ON_ASC, PRIMARY_KEY_ASC]) {
  edges { node { rowId state judgedGrade moderatedGrade dueOn caseworkChildByChildId { caseReference } worker { displayName } team { name } } } pageInfo { hasNextPage } } }`;

const list = (name: string, order: string, fields: string) => `${name}(first: 25, orderBy: [${order}, PRIMARY_KEY_DESC]) { edges { node { ${fields} } } }`;

const TIMELINE = `query Timeline($id: UUID!) { caseworkChildByRowId(rowId: $id) {
  caseReference birthYear team { name } allocatedWorker { displayName }
  episodes: ${list('caseworkEpisodesByChildId', 'STARTED_ON_DESC', 'kind startedOn endedOn')}
  reviews: ${list('caseworkCaseMeetingsByChildId', 'HELD_ON_DESC', 'kind heldOn participationCode')}
  visits: ${list('caseworkVisitsByChildId', 'VISITED_ON_DESC', 'kind visitedOn')}
  audits: ${list('caseworkAuditsByChildId', 'ALLOCATED_ON_DESC', 'state judgedGrade moderatedGrade dueOn')}
  views: ${list('views', 'ON_DATE_DESC', 'occasion onDate seen seenAlone')}
  supervisionDiscussions: ${list('discussions', 'HELD_ON_DESC', 'heldOn decision')}
  actions(first: 25, orderBy: [DUE_ON_ASC, PRIMARY_KEY_ASC]) { edges { node { title state dueOn } } }
} }`;

function graded({ judgedGrade, moderatedGrade, ...rest }: Node): Node {
  return { ...rest, grade: moderatedGrade ?? judgedGrade };
}

function audit({ rowId, caseworkChildByChildId: child, ...rest }: Node): Node {
  return { ...graded(rest), id: globalId('Audit', String(rowId)), child };
}

const each = ({ edges, ...rest }: List, change: (node: Node) => Node): List => ({ ...rest, edges: edges.map(({ node }) => ({ node: change(node) })) });

const audits: Translation = { query: AUDITS, variables: () => ({}), back: ({ allCaseworkAudits }) => ({ audits: each(allCaseworkAudits as List, audit) }) };

/** The questions that PostGraphile can answer, in the words of its schema. A team manager's page it cannot: nothing in it says the last of many. */
const TRANSLATIONS: Record<string, Translation> = {
  worker: {
    query: WORKER,
    variables: ({ id }) => ({ id: uuidOf('Worker', String(id)) }),
    back: ({ workerByRowId }) => {
      const { rowId, teamMembershipsByWorkerId, ...rest } = workerByRowId as Node;
      return { worker: { ...rest, id: globalId('Worker', String(rowId)), team: (teamMembershipsByWorkerId as List).edges[0]?.node['teamByTeamId'] ?? null } };
    },
  },
  audits,
  'all-audits': audits,
  timeline: {
    query: TIMELINE,
    variables: ({ id }) => ({ id: uuidOf('Child', String(id)) }),
    back: ({ caseworkChildByRowId }) => {
      const child = caseworkChildByRowId as Node;
      return { child: { ...child, audits: each(child['audits'] as List, graded) } };
    },
  },
};

export function canAnswer(operation: string): boolean {
  return operation in TRANSLATIONS;
}

export function inItsWords(operation: string, question: Question): Question {
  const translation = TRANSLATIONS[operation];
  return translation ? { ...question, query: translation.query, variables: translation.variables(question.variables) } : question;
}

export function inOurs(operation: string, answer: unknown): unknown {
  return TRANSLATIONS[operation]?.back(answer as Record<string, unknown>);
}
