import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { type ChildPlace, placeOf } from '../child/child-place';
import { ViewsRecordRow } from './views.entity';
import type { ChangeViewsInput, RecordViewsInput } from './views.inputs';
import { type Heard, heardFault, heardOf, OCCASIONS } from './views.rules';

/** Puts on record how a child was heard on one occasion. */
export async function recordViews(tx: CommandTransaction, input: RecordViewsInput, now: Date): Promise<Success> {
  const heard = heardOf(input);
  if (OCCASIONS[input.occasion] === undefined) throw inputInvalid(['occasion'], 'The occasion is a VISIT, LAC_REVIEW, CP_CONFERENCE or ASSESSMENT.');
  if (input.onDate > todayInLondon(now)) throw inputInvalid(['onDate'], 'The occasion cannot lie in the future.');
  await check(tx, input.occasion, input.onDate, heard);
  const occasionId = occasionOf(input);
  const childId = uuidOf('Child', input.childId);
  const place = childId ? await placeOf(tx, childId) : null;
  if (!place) throw notFound(['childId'], 'child');
  await mustBeNew(tx, input.occasion, occasionId);
  const id = randomUUID();
  try {
    await tx.manager.insert(ViewsRecordRow, { id, ...place, occasion: input.occasion, occasionId, onDate: input.onDate, ...heard, ...(await heldOf(tx, place)), source: 'WORKER', version: 1 });
  } catch (error) {
    // The occasion of a child whom the viewer may not see: it reads as absent.
    throw breaks(error, 'views_record_of_occasion') ? notFound(['occasionId'], 'occasion') : error;
  }
  tx.changed('ViewsRecord', [id], 'recordViews');
  return { __typename: 'RecordViewsSuccess', viewsRecordId: id };
}

/** Changes a record of views. From then on the import leaves alone what a worker keyed. */
export async function changeViews(tx: CommandTransaction, input: ChangeViewsInput): Promise<Success> {
  const id = uuidOf('ViewsRecord', input.viewsRecordId);
  const record = id ? await tx.manager.findOne(ViewsRecordRow, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!record) throw notFound(['viewsRecordId'], 'record of views');
  mustBeCurrent('ViewsRecord', record.version, input.version);
  const heard = heardOf(input);
  await check(tx, record.occasion, record.onDate, heard);
  const rekeyed = record.seen !== heard.seen || record.seenAlone !== heard.seenAlone || record.participationCode !== heard.participationCode;
  await tx.manager.update(ViewsRecordRow, { id: record.id }, { ...heard, source: rekeyed ? 'WORKER' : record.source, version: record.version + 1 });
  tx.changed('ViewsRecord', [record.id], 'changeViews');
  return { __typename: 'ChangeViewsSuccess', viewsRecordId: record.id };
}

async function check(tx: CommandTransaction, occasion: string, onDate: string, heard: Heard): Promise<void> {
  const fault = heardFault(occasion, heard);
  if (fault) throw inputInvalid(fault.path, fault.message);
  if (heard.participationCode === null) return;
  const inForce = await tx.query(
    'select 1 from participation_code where code = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to)',
    [heard.participationCode, onDate],
  );
  if (inForce.length === 0) throw inputInvalid(['participationCode'], 'No such participation code was in force on that day.');
}

async function mustBeNew(tx: CommandTransaction, occasion: string, occasionId: string | null): Promise<void> {
  const seen = await tx.query('select 1 from views_record where occasion = $1 and occasion_id = $2', [occasion, occasionId]);
  if (seen.length > 0) throw refuse('ViewsRecordExists', 'There is a record for this occasion already. Change that one.', ['occasionId']);
}

/** Which team holds the child now; its service and the child's group of ethnicity as an import told of them last. */
async function heldOf(tx: CommandTransaction, { childId, teamId }: ChildPlace): Promise<{ heldByTeamId: string | null; heldByServiceId: string | null; ethnicityGroup: string | null }> {
  const [told] = await tx.query<{ service: string | null; group: string | null }>(
    `select (select r.held_by_service_id from views_record r where r.child_id = $1 and r.held_by_team_id = $2 and r.held_by_service_id is not null order by r.on_date desc limit 1) as service,
       (select r.ethnicity_group from views_record r where r.child_id = $1 and r.ethnicity_group is not null order by r.on_date desc limit 1) as "group"`,
    [childId, teamId],
  );
  return { heldByTeamId: teamId, heldByServiceId: told?.service ?? null, ethnicityGroup: told?.group ?? null };
}

function occasionOf(input: RecordViewsInput): string | null {
  if (input.occasionId == null) return null;
  const uuid = uuidOf(OCCASIONS[input.occasion] ?? '', input.occasionId);
  if (!uuid) throw notFound(['occasionId'], 'occasion');
  return uuid;
}
