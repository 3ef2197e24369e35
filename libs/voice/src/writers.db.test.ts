import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { publishedQuestionnaires, writeChildPlaces, writeIdentifiedResponses, writeInvitations, writeViewsRecords, writeWaitingAnswers } from './index';
import { answerOf, NORTH, openWorld, PEOPLE, placed, refOf, type World } from './voice.fixtures';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

test('the import machine writes much at once, and it reads as if it had come one by one', async () => {
  const childId = randomUUID();
  const ids = { invitation: randomUUID(), response: randomUUID(), views: randomUUID(), visit: randomUUID() };
  const write = () =>
    world.voice.unit(PEOPLE.imports, 'demo').command(async (tx) => {
      const versions = await publishedQuestionnaires(tx);
      const questionnaireVersionId = versions.get('cp-plan-end') ?? '';
      const answers = [{ key: 'listened-to', value: '5' }];
      await writeChildPlaces(tx, [placed(childId, PEOPLE.wren.personId, NORTH, null) as never], '2018-11-01T00:00:00Z');
      await writeInvitations(tx, [{ id: ids.invitation, childId, questionnaireVersionId, audience: 'CHILD', reason: 'CP_PLAN_ENDED', subjectId: null, raisedOn: '2018-06-01', mode: null, givenOn: null }]);
      await writeViewsRecords(tx, [{ id: ids.views, childId, occasion: 'VISIT', occasionId: ids.visit, onDate: '2018-06-02', seen: true, seenAlone: false, participationCode: null, views: 'Likes football', influencedPlan: null, source: 'WORKER' }]);
      await writeWaitingAnswers(tx, [{ questionnaireVersionId, period: '2018-19 Q1', sheet: { language: 'en', variant: 'STANDARD', answers } }]);
      return { questionnaireVersionId, answers };
    });
  await write();
  const { questionnaireVersionId, answers } = await write();
  await world.voice.unit(PEOPLE.imports, 'demo').command((tx) =>
    writeIdentifiedResponses(tx, [{ id: ids.response, childId, invitationId: ids.invitation, questionnaireVersionId, consentGivenOn: '2018-06-03', sharedWithManagers: true, sharedWithQuality: false, recordedBy: PEOPLE.wren.personId, answers }]),
  );
  const answer = await answerOf(
    world.voice,
    PEOPLE.northManager,
    `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Child {
      invitations { edges { node { id raisedOn mode linksGiven } } } views { edges { node { id views } } } identifiedResponses { edges { node { id answers { key value } } } } } } }`,
    { refs: [refOf(childId)] },
  );
  expect(answer['_entities']).toEqual([
    {
      invitations: { edges: [{ node: { id: globalId('Invitation', ids.invitation), raisedOn: '2018-06-01', mode: null, linksGiven: 0 } }] },
      views: { edges: [{ node: { id: globalId('ViewsRecord', ids.views), views: 'Likes football' } }] },
      identifiedResponses: { edges: [{ node: { id: globalId('IdentifiedResponse', ids.response), answers: [{ key: 'listened-to', value: '5' }] } }] },
    },
  ]);
  const { rows } = await world.admin.query('select count(*)::int as waiting from voice.waiting_answer');
  expect(rows).toEqual([{ waiting: 2 }]);
});
