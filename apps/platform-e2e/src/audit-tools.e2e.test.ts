import { globalId } from '@qaf/graph';
import { auditCommand, key } from './audit-thread';
import type { Cast } from './authority';
import { childOf } from './children';
import { inDays } from './days';
import { Stage } from './stage';

const VERSION = 'toolVersion { id number version state tool { id } sections { id questions { key } } }';
const READ = `query Q($id: ID!) { audit(id: $id) { state computedGrade limitedBy judgedGrade checklist { key choice } answers { questionKey grade choice text comment question { key position text guidance kind weight mandatory limiting capsAt evidenceRequired askedWhen { key answers } } }
  tool { number tool { code title } checklist { key position text } sections { position title questions { key text } } } } }`;

describe('An audit tool and its versions', () => {
  let stage: Stage;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  let last: any;

  beforeAll(async () => {
    stage = await Stage.open();
  }, 90_000);
  afterAll(() => stage?.close());

  const send = async (person: keyof Cast, command: string, input: object = {}) => {
    const type = `${command[0]?.toUpperCase()}${command.slice(1)}`;
    const seen = last && !command.startsWith('create') && !command.startsWith('draft') ? { toolVersionId: last.id, version: last.version } : {};
    const { data, errors } = await stage.ask(person, `mutation M($input: ${type}Input!) { ${command}(input: $input) { __typename ... on ${type}Success { ${VERSION} } ... on Problem { code message } } }`, { input: { ...key(), ...seen, ...input } });
    if (errors.length > 0) return { forbidden: errors[0]?.extensions.code };
    if (data[command].toolVersion) last = data[command].toolVersion;
    return data[command];
  };
  const question = (text: string, more: object = {}) => ({ text, kind: 'GRADE', ...more });

  it('is designed by the Principal Social Worker, tried, put in use, and closed to everyone else', async () => {
    await send('principalSocialWorker', 'createAuditTool', { code: 'home', title: 'Home visits' });
    await send('principalSocialWorker', 'addAuditSection', { title: 'At home' });
    const sectionId = last.sections[0].id;
    await send('principalSocialWorker', 'addAuditQuestion', { sectionId, key: 'seen', question: question('Was the child seen alone?', { kind: 'YES_NO_NA', limiting: true, capsAt: 'INADEQUATE' }) });
    await send('principalSocialWorker', 'addAuditQuestion', { sectionId, key: 'why-not', question: question('Why not?', { kind: 'TEXT', askedWhen: { key: 'seen', answers: ['NO'] } }) });
    await send('principalSocialWorker', 'addAuditQuestion', { sectionId, key: 'work', question: question('How purposeful was the visit?', { evidenceRequired: true }) });
    await send('principalSocialWorker', 'setAuditChecklist', { items: [{ key: 'visits', text: 'Every visit is on the file.' }] });
    for (const person of ['northWorker', 'northManager', 'serviceManager', 'head', 'director', 'principalIro', 'iro', 'administrator', 'member', 'partner'] as const) {
      expect([person, await send(person, 'publishAuditToolVersion')]).toEqual([person, { forbidden: 'FORBIDDEN' }]);
    }
    expect(await send('quality', 'pilotAuditToolVersion')).toMatchObject({ toolVersion: { state: 'PILOT' } });
    expect(await send('quality', 'publishAuditToolVersion')).toMatchObject({ toolVersion: { number: 1, state: 'PUBLISHED' } });
    const { data } = await stage.ask('northWorker', '{ auditTool(code: "home") { current { number sections { questions { key } } } } }');
    expect(data.auditTool.current).toEqual({ number: 1, sections: [{ questions: [{ key: 'seen' }, { key: 'why-not' }, { key: 'work' }] }] });
    expect((await stage.ask('member', '{ auditTools { code } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('leaves an audit done on version 2 as it was, when version 5 is in use', async () => {
    await send('quality', 'draftAuditToolVersion', { toolId: last.tool.id });
    await send('quality', 'publishAuditToolVersion');
    expect(last).toMatchObject({ number: 2, state: 'PUBLISHED' });
    const child = await childOf(stage, 'north', 'northWorker');
    const { audit } = await auditCommand(stage, 'quality', 'allocateAudit', { childId: child.id, auditorId: globalId('Worker', stage.people.southManager.id), toolCode: 'home', dueOn: inDays(30) });
    const checked = await auditCommand(stage, 'northWorker', 'completeAuditChecklist', { auditId: audit.id, version: 1, answers: [{ key: 'visits', choice: 'YES' }] });
    const started = await auditCommand(stage, 'southManager', 'startAudit', { auditId: audit.id, version: checked.audit.version });
    const answers = [{ questionKey: 'seen', choice: 'NO' }, { questionKey: 'work', grade: 'GOOD', comment: 'Visit of 3 March' }];
    const saved = await auditCommand(stage, 'southManager', 'saveAuditAnswers', { auditId: audit.id, version: started.audit.version, answers });
    const judgement = { judgedGrade: 'INADEQUATE', gradeReason: 'Not seen.', strengths: 'Direct work.', areasToImprove: 'Seeing the child.', childVoiceEvident: false };
    const early = await auditCommand(stage, 'southManager', 'submitAudit', { auditId: audit.id, version: saved.audit.version, ...judgement });
    expect(early).toMatchObject({ __typename: 'AuditAnswersMissing', message: 'Answer the question why-not first.' });
    expect((await stage.ask('southManager', 'query Q($id: ID!) { audit(id: $id) { unanswered } }', { id: audit.id })).data.audit).toEqual({ unanswered: ['why-not'] });
    const whole = await auditCommand(stage, 'southManager', 'saveAuditAnswers', { auditId: audit.id, version: saved.audit.version, answers: [{ questionKey: 'why-not', text: 'At school each time.' }] });
    await auditCommand(stage, 'southManager', 'submitAudit', { auditId: audit.id, version: whole.audit.version, ...judgement });
    const before = (await stage.ask('southManager', READ, { id: audit.id })).data.audit;
    expect(before).toMatchObject({ state: 'SUBMITTED', computedGrade: 'INADEQUATE', limitedBy: ['seen'], tool: { number: 2 } });
    for (const number of [3, 4, 5]) {
      await send('quality', 'draftAuditToolVersion', { toolId: last.tool.id });
      await send('quality', 'changeAuditQuestion', { key: 'seen', question: question(`Was the child seen, asked in version ${number}?`, { kind: 'YES_NO_NA' }) });
      await send('quality', 'changeAuditSection', { sectionId: last.sections[0].id, title: `At home, version ${number}` });
      if (number === 4) await send('quality', 'removeAuditQuestion', { key: 'work' });
      await send('quality', 'setAuditChecklist', { items: [{ key: `visits-${number}`, text: 'Another item.' }] });
      await send('quality', 'publishAuditToolVersion');
    }
    expect(last).toMatchObject({ number: 5, state: 'PUBLISHED' });
    expect((await stage.ask('southManager', READ, { id: audit.id })).data.audit).toEqual(before);
    const { data } = await stage.ask('quality', '{ auditTool(code: "home") { questionHistories { key comparable } } }');
    expect(data.auditTool.questionHistories).toEqual([{ key: 'seen', comparable: [[1, 2], [3], [4], [5]] }, { key: 'why-not', comparable: [[1, 2, 3, 4, 5]] }, { key: 'work', comparable: [[1, 2, 3]] }]);
  });
});
