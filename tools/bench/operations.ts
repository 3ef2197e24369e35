import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Subjects } from './subjects';

/** What is sent: a GraphQL request, as every client sends it. */
export interface Question {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface Operation {
  name: string;
  /** What it stands for. */
  about: string;
  question(subjects: Subjects, turn: number): Question;
  /** Who asks: the team's manager when left out. */
  as?: 'manager' | 'quality';
}

const PAGE = 'edges { node';

const WORKER = `query Worker($id: ID!) { worker(id: $id) { id displayName jobTitle team { name } } }`;

const AUDITS = `query Audits { audits(first: 50) { ${PAGE} { id state grade dueOn child { caseReference } worker { displayName } team { name } } } pageInfo { hasNextPage } } }`;

const MANAGER = `query Manager($team: ID!) {
  team(id: $team) { name service { name } workers { displayName jobTitle lastSupervisedOn childrenAllocated(first: 5) { ${PAGE} { caseReference } } } } }
  audits(first: 10, filter: { teamId: $team }) { ${PAGE} { state grade dueOn worker { displayName } } } }
  actions(first: 10, filter: { teamId: $team }) { ${PAGE} { title state dueOn owner { displayName } } } }
}`;

const TIMELINE = `query Timeline($id: ID!) {
  child(id: $id) {
    caseReference birthYear team { name } allocatedWorker { displayName }
    episodes(first: 25) { ${PAGE} { kind startedOn endedOn } } }
    reviews(first: 25) { ${PAGE} { kind heldOn participationCode } } }
    visits(first: 25) { ${PAGE} { kind visitedOn } } }
    audits(first: 25) { ${PAGE} { state grade dueOn } } }
    views(first: 25) { ${PAGE} { occasion onDate seen seenAlone } } }
    supervisionDiscussions(first: 25) { ${PAGE} { heldOn decision } } }
    actions(first: 25) { ${PAGE} { title state dueOn } } }
  }
}`;

const PLAN = `mutation Plan($input: PlanSupervisionInput!) { planSupervision(input: $input) { __typename ... on PlanSupervisionSuccess { session { kind state plannedFor worker { displayName } } } } }`;

/** The released analysis has no line yet: nothing is released. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'worker',
    about: 'one worker by id, with their team',
    question: ({ workers }, turn) => ({ operationName: 'Worker', query: WORKER, variables: { id: globalId('Worker', at(workers, turn)) } }),
  },
  { name: 'audits', about: 'a page of 50 audits with worker, team and child', question: () => ({ operationName: 'Audits', query: AUDITS, variables: {} }) },
  { name: 'all-audits', about: 'the same page for somebody who sees every row', as: 'quality', question: () => ({ operationName: 'Audits', query: AUDITS, variables: {} }) },
  {
    name: 'manager',
    about: 'a team manager’s page: the team, its workers and their children, its audits and actions',
    question: ({ teamId }) => ({ operationName: 'Manager', query: MANAGER, variables: { team: globalId('Team', teamId) } }),
  },
  {
    name: 'timeline',
    about: 'a child’s timeline: seven lists from all four parts',
    question: ({ children }, turn) => ({ operationName: 'Timeline', query: TIMELINE, variables: { id: globalId('Child', at(children, turn)) } }),
  },
  {
    name: 'plan',
    about: 'a change: a supervision is planned',
    question: ({ members }, turn) => ({
      operationName: 'Plan',
      query: PLAN,
      variables: { input: { idempotencyKey: randomUUID(), workerId: globalId('Worker', at(members, turn)), plannedFor: '2031-03-03', kind: 'CASE' } },
    }),
  },
];

function at<T>(values: readonly T[], turn: number): T {
  return values[turn % values.length] as T;
}
