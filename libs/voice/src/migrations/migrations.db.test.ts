import { randomUUID } from 'node:crypto';
import { checkDownAndUp, inScratchDatabase, missingMigrations, unprotectedTables, withClient } from '@qaf/database';
import { writeWaitingAnswers } from '../answer/answer.writer';
import { keepPlaces } from '../child/child-place.writer';
import { writeIdentifiedResponses } from '../identified-response/identified-response.writer';
import { publishedQuestionnaires, writeInvitations } from '../invitation/invitation.writer';
import { seedVoice } from '../seed/seed-voice';
import { keepImportedViews } from '../views/views.writer';
import { ASH, NORTH, openWorld, PEOPLE, placed, type World } from '../voice.fixtures';
import { VOICE } from '../subgraph';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

async function fill(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await admin.query('set search_path = voice');
    const tx = { query: async <Row>(sql: string, params?: unknown[]) => (await admin.query(sql, params)).rows as Row[] };
    await seedVoice(tx);
    const questionnaireVersionId = (await publishedQuestionnaires(tx)).get('cp-plan-end') ?? '';
    const invitationId = randomUUID();
    const answers = [{ key: 'listened-to', value: '5' }];
    await keepPlaces(tx, [placed(ASH, PEOPLE.wren.personId, NORTH, null) as never], '2018-11-01T00:00:00Z');
    await keepImportedViews(tx, [{ childId: ASH, kind: 'VISIT', sourceId: randomUUID(), on: '2018-10-01', seen: true, seenAlone: true, participationCode: null, workerId: null, teamId: null }]);
    await writeInvitations(tx, [{ id: invitationId, childId: ASH, questionnaireVersionId, audience: 'CHILD', reason: 'CP_PLAN_ENDED', subjectId: null, raisedOn: '2018-10-01', mode: null, givenOn: null }]);
    await writeWaitingAnswers(tx, [{ questionnaireVersionId, period: '2018-19 Q3', sheet: { language: 'en', variant: 'STANDARD', answers } }]);
    await admin.query(`insert into answer_batch (questionnaire_version_id, state, first_period, last_period, fewest, released_on, answers) values ($1, 'RELEASED', '2018-19 Q2', '2018-19 Q2', 10, '2018-10-01', 12)`, [questionnaireVersionId]);
    await admin.query(`insert into help_request (name, asked_at) values ('Wren', '2018-10-02T09:00:00Z')`);
    await admin.query(`insert into waiting_comment (batch_id, question_key, comment) select id, 'what-helped', '{"nonce": "", "sealed": ""}' from answer_batch`);
    await writeIdentifiedResponses(tx, [{ id: randomUUID(), childId: ASH, invitationId, questionnaireVersionId, consentGivenOn: '2018-10-02', sharedWithManagers: false, sharedWithQuality: false, recordedBy: PEOPLE.wren.personId, answers }]);
  });
}

test('every migration goes down and up again with data in every table', async () => {
  const check = await inScratchDatabase(world.database.adminUrl, [VOICE.store], (url) => checkDownAndUp(url, [VOICE.store], fill));
  expect(check).toEqual({ problems: [], notes: [] });
});

test('no migration is missing for what the commands write', async () => {
  expect(await missingMigrations(world.database.adminUrl, VOICE.store)).toEqual([]);
});

test('every table is protected, and every table with a version has a history', async () => {
  expect(await unprotectedTables(world.admin, 'voice')).toEqual([]);
});
