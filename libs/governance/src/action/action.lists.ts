import { todayInLondon } from '@qaf/calendar';
import { connectionOf, type GraphContext, listPage, listUnder, type Page, type PageArgs, uuidOf, Where } from '@qaf/graph';
import { type ActionFilter, ActionOrder } from './action.inputs';
import { ACTIONS, ACTIONS_BY_SUBJECT } from './action.queries';
import { Action } from './action.type';

export const ActionConnection = connectionOf(() => Action, 'Action', 'actions');

export const FILTER = { nullable: true, description: 'Narrows the list.' } as const;
export const ORDER = { defaultValue: ActionOrder.DUE_FIRST, description: 'The order of the list.' } as const;

export interface ActionsAsked {
  page: PageArgs;
  filter: ActionFilter | undefined;
  orderBy: ActionOrder | undefined;
}

type Parent = 'owner' | 'team' | 'service' | 'child' | 'audit' | 'theme' | 'priority';

/** A page of all actions that the viewer may see. */
export async function actionsPage({ unit, now }: GraphContext, asked: ActionsAsked): Promise<Page<Action>> {
  return listPage(unit, ACTIONS, request(asked, now));
}

/** A page of the actions that hang on one owner, team, service, child, audit, theme or priority, by its UUID. */
export async function actionsUnder({ unit, now }: GraphContext, parent: Parent, id: string, asked: ActionsAsked): Promise<Page<Action>> {
  const list = parent === 'theme' || parent === 'priority' ? ACTIONS_BY_SUBJECT : ACTIONS;
  return listUnder(unit, list, parent, id, request(asked, now));
}

function request({ page, filter, orderBy }: ActionsAsked, now: Date) {
  return { page, orderBy: orderBy ?? ActionOrder.DUE_FIRST, where: chosen(filter ?? {}, todayInLondon(now)) };
}

function chosen(filter: ActionFilter, today: string): Where {
  const where = new Where();
  const day = filter.asOf ?? today;
  where.given(filter.state, 'a.state = any(?::text[])').given(filter.sourceKind, 'a.source_kind = ?').given(filter.themeCode, 'a.theme_code = ?').given(filter.priorityCode, 'a.priority_code = ?');
  where.given(filter.followsInadequate, `coalesce(a.source_grade = 'INADEQUATE', false) = ?::boolean`);
  if (filter.teamId != null) where.and('a.team_id = ?::uuid', uuidOf('Team', filter.teamId));
  if (filter.ownerId != null) where.and('a.owner_id = ?::uuid', uuidOf('Worker', filter.ownerId));
  if (filter.verifierId != null) where.and('a.verifier_id = ?::uuid', uuidOf('Worker', filter.verifierId));
  if (filter.overdue != null) where.and(`${OVERDUE} = ?::boolean`, day, day, day, day, filter.overdue);
  if (filter.ownerHasLeft != null) where.and(`${OWNER_LEFT} = ?::boolean`, day, filter.ownerHasLeft);
  return where;
}

const OVERDUE = `(a.opened_on <= ?::date and a.due_on < ?::date and (a.done_on is null or a.done_on > ?::date) and (a.cancelled_on is null or a.cancelled_on > ?::date))`;
const OWNER_LEFT = `exists (select 1 from worker_place w where w.worker_id = a.owner_id and w.left_on < ?::date)`;
