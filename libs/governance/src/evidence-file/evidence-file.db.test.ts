import { createHash, randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { type Viewer } from '@qaf/identity';
import { anAction, Governance, mutation, TODAY, VIEWERS } from '../governance.fixtures';

const WORDS = 'The plan, agreed on 11 June.\n';
const HASH = createHash('sha256').update(WORDS).digest('hex');
const LATER = (seconds: number) => new Date(TODAY.getTime() + seconds * 1000);

const ATTACH = `mutation ($input: AttachEvidenceInput!) { attachEvidence(input: $input) { __typename ... on Problem { code message path }
  ... on AttachEvidenceSuccess { action { version } evidenceFile { id title name contentType bytes sha256 uploadedOn uploadedBy { id } downloadUrl downloadExpiresAt } } } }`;
const REMOVE = `mutation ($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { __typename ... on Problem { code path } ... on RemoveEvidenceSuccess { action { evidenceFiles { id } steps { kind note } } } } }`;

describe('Evidence of an action', () => {
  let governance: Governance;
  beforeAll(async () => void (governance = await Governance.open()), 60_000);
  afterAll(() => governance.close());

  const opened = async (more: object = {}): Promise<{ id: string; version: number }> => (await governance.ask(VIEWERS.mira, mutation('openAction'), { input: anAction(more) })).data.openAction.action;
  const attach = async (viewer: Viewer, action: { id: string; version: number }, uploadId: string, more: object = {}) => {
    const { data, errors } = await governance.ask(viewer, ATTACH, { input: { idempotencyKey: randomUUID(), actionId: action.id, version: action.version, uploadId, title: 'The plan', ...more } });
    expect(errors).toEqual([]);
    return data.attachEvidence;
  };
  const remove = async (viewer: Viewer, evidenceFileId: string, more: object = {}) =>
    (await governance.ask(viewer, REMOVE, { input: { idempotencyKey: randomUUID(), evidenceFileId, reason: 'It names a child', ...more } })).data.removeEvidence;
  const attached = async (words = WORDS) => {
    const action = await opened();
    const answer = await attach(VIEWERS.pavel, action, await governance.upload(VIEWERS.pavel, words));
    return { action: { ...action, version: answer.action.version }, file: answer.evidenceFile };
  };
  const files = async (viewer: Viewer, id: string) => (await governance.ask(viewer, 'query ($id: ID!) { action(id: $id) { evidenceFiles { id downloadUrl } } }', { id })).data.action?.evidenceFiles;
  const linkOf = (url: string) => url.replace('/files/', '');
  const uuid = (id: string, type: string) => Buffer.from(id, 'base64url').toString().slice(type.length + 1);
  const uses = (id: string) =>
    governance.rows<object>(`select person_id as person, operation, action, outcome from access_record where $1 = any(ids) and action = 'downloadFile' order by id`, [uuid(id, 'EvidenceFile')]);

  it('is uploaded, attached, found, and given out by a link', async () => {
    const { action, file } = await attached();
    expect(file).toMatchObject({ title: 'The plan', name: 'plan.txt', contentType: 'text/plain', bytes: 29, sha256: HASH, uploadedOn: '2019-06-12', downloadUrl: expect.stringMatching(/^\/files\/[\w-]{91}$/) });
    expect(file.downloadExpiresAt).toBe(LATER(300).toISOString());
    expect(action.version).toBe(2);
    const [listed] = await files(VIEWERS.mira, action.id);
    const given = await governance.desk().give(VIEWERS.mira, linkOf(listed.downloadUrl));
    expect(given).toEqual({ name: 'plan.txt', contentType: 'text/plain', content: Buffer.from(WORDS) });
    expect(await uses(file.id)).toEqual([{ person: VIEWERS.mira.personId, operation: 'READ', action: 'downloadFile', outcome: 'GIVEN' }]);
  });

  it('is there for whoever sees the action’s detail, and for nobody else', async () => {
    const { action } = await attached();
    for (const who of ['pavel', 'mira', 'hana', 'quinn'] as const) expect(await files(VIEWERS[who], action.id)).toHaveLength(1);
    expect(await files(VIEWERS.carys, action.id)).toEqual([]);
    for (const who of ['otto', 'petra', 'lee'] as const) expect(await files(VIEWERS[who], action.id)).toBeUndefined();
    const seen = async (who: Viewer) => [await governance.asLogin(who, 'select 1 from evidence_file where sha256 = $1 limit 1', [HASH]), await governance.asLogin(who, 'select 1 from file_piece where sha256 = $1 limit 1', [HASH])];
    expect(await seen(VIEWERS.mira)).toEqual([[{ '?column?': 1 }], [{ '?column?': 1 }]]);
    for (const who of ['otto', 'carys', 'lee'] as const) expect(await seen(VIEWERS[who])).toEqual([[], []]);
  });

  it('opens by its own person’s link alone, until it is late, and each use is on record', async () => {
    const { action, file } = await attached();
    const [mine] = await files(VIEWERS.mira, action.id);
    const link = linkOf(mine.downloadUrl);
    const give = (viewer: Viewer, seconds = 0, text = link) => governance.desk(LATER(seconds)).give(viewer, text);
    expect(await give(VIEWERS.mira, 299)).toMatchObject({ name: 'plan.txt' });
    expect(await give(VIEWERS.mira, 300)).toBe('EXPIRED');
    expect(await give(VIEWERS.hana)).toBe('ABSENT');
    expect(await give(VIEWERS.otto, 900)).toBe('ABSENT');
    expect(await give(VIEWERS.mira, 0, `${link.slice(0, -2)}AA`)).toBe('ABSENT');
    expect(await uses(file.id)).toEqual([
      { person: VIEWERS.mira.personId, operation: 'READ', action: 'downloadFile', outcome: 'GIVEN' },
      { person: VIEWERS.mira.personId, operation: 'REFUSED', action: 'downloadFile', outcome: 'LINK_EXPIRED' },
      { person: VIEWERS.hana.personId, operation: 'REFUSED', action: 'downloadFile', outcome: 'LINK_OF_ANOTHER' },
      { person: VIEWERS.otto.personId, operation: 'REFUSED', action: 'downloadFile', outcome: 'LINK_OF_ANOTHER' },
    ]);
  });

  it('is not given out when somebody stopped seeing the action since the link was made', async () => {
    const { action, file } = await attached();
    const [mine] = await files(VIEWERS.mira, action.id);
    const moved = { ...VIEWERS.mira, workerId: randomUUID(), teams: [], ownTeams: [], workers: [] };
    expect(await governance.desk().give(moved, linkOf(mine.downloadUrl))).toBe('ABSENT');
    expect(await uses(file.id)).toEqual([{ person: VIEWERS.mira.personId, operation: 'REFUSED', action: 'downloadFile', outcome: 'NOT_FOUND' }]);
  });

  it('is not given out, nor taken in, while the access record cannot be written', async () => {
    const { action } = await attached('On record or not at all.');
    const [mine] = await files(VIEWERS.mira, action.id);
    const columns = '(operation, entity_type, ids, action, outcome) on governance.access_record';
    await governance.rows(`revoke insert ${columns} from qaf_governance`);
    try {
      await expect(governance.desk().give(VIEWERS.mira, linkOf(mine.downloadUrl))).rejects.toMatchObject({ name: 'FilesUnavailable' });
      await expect(governance.desk().give(VIEWERS.hana, linkOf(mine.downloadUrl))).rejects.toMatchObject({ name: 'FilesUnavailable' });
      await expect(governance.upload(VIEWERS.mira, 'Not taken in.')).rejects.toMatchObject({ name: 'FilesUnavailable' });
    } finally {
      await governance.rows(`grant insert ${columns} to qaf_governance`);
    }
    expect(await governance.desk().give(VIEWERS.mira, linkOf(mine.downloadUrl))).toMatchObject({ name: 'plan.txt' });
    expect(await governance.rows('select 1 from file_content where sha256 = $1', [createHash('sha256').update('Not taken in.').digest('hex')])).toEqual([]);
  });

  it('keeps one content once, however many refer to it', async () => {
    const words = 'Minutes that two people hand in.';
    const [one, two] = await Promise.all([governance.upload(VIEWERS.pavel, words), governance.upload(VIEWERS.petra, words)]);
    expect(await Promise.all([governance.upload(VIEWERS.pavel, words), governance.upload(VIEWERS.pavel, words)])).toEqual([one, one]);
    expect(one).not.toBe(two);
    const hash = createHash('sha256').update(words).digest('hex');
    expect(await governance.rows('select (select count(*)::int from file_content where sha256 = $1) as contents, (select count(*)::int from file_piece where sha256 = $1) as pieces, (select count(*)::int from file_upload where sha256 = $1) as uploads', [hash])).toEqual([{ contents: 1, pieces: 1, uploads: 2 }]);
  });

  it('is attached once, by the one who uploaded it, to an action of theirs', async () => {
    const action = await opened();
    const mine = await governance.upload(VIEWERS.pavel, 'Mine alone.');
    for (const id of [mine, globalId('FileUpload', randomUUID()), globalId('Action', randomUUID()), 'nonsense']) {
      expect(await attach(VIEWERS.mira, action, id)).toMatchObject({ __typename: 'NotFound', path: ['uploadId'] });
    }
    expect(await attach(VIEWERS.otto, action, await governance.upload(VIEWERS.otto))).toMatchObject({ __typename: 'NotFound', path: ['actionId'] });
    expect(await attach(VIEWERS.pavel, { ...action, version: 7 }, mine)).toMatchObject({ __typename: 'ActionVersionStale' });
    expect(await attach(VIEWERS.pavel, action, mine, { title: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['title'] });
    expect(await attach(VIEWERS.pavel, action, mine)).toMatchObject({ __typename: 'AttachEvidenceSuccess' });
    expect(await attach(VIEWERS.pavel, { ...action, version: 2 }, mine)).toMatchObject({ __typename: 'NotFound', path: ['uploadId'] });
    expect(await attach(VIEWERS.pavel, { ...action, version: 2 }, await governance.upload(VIEWERS.pavel, 'Mine alone.'))).toMatchObject({ __typename: 'EvidenceAttachedAlready' });
  });

  it('is attached once for one key, and one of many attempts at a version succeeds', async () => {
    const action = await opened();
    const uploadId = await governance.upload(VIEWERS.pavel, 'One key.');
    const idempotencyKey = randomUUID();
    const twice = [await attach(VIEWERS.pavel, action, uploadId, { idempotencyKey }), await attach(VIEWERS.pavel, action, uploadId, { idempotencyKey })];
    expect(twice[1]?.evidenceFile.id).toBe(twice[0]?.evidenceFile.id);
    const uploads = [];
    for (const words of ['a', 'b', 'c', 'd', 'e']) uploads.push(await governance.upload(VIEWERS.pavel, words));
    const answers = await Promise.all(uploads.map((upload) => attach(VIEWERS.pavel, { ...action, version: 2 }, upload)));
    expect(answers.map((answer) => answer.__typename).sort()).toEqual([...Array(4).fill('ActionVersionStale'), 'AttachEvidenceSuccess']);
  });

  it('is removed by its uploader or quality with a reason, also from a closed action; nothing of the content stays', async () => {
    const { action, file } = await attached('Names a child by mistake.');
    for (const name of ['completeAction', 'verifyAction'] as const) {
      const input = name === 'completeAction' ? { version: 2, evidence: 'See the file' } : { version: 3, outcome: 'Found done' };
      await governance.ask(VIEWERS.quinn, mutation(name), { input: { idempotencyKey: randomUUID(), actionId: action.id, ...input } });
    }
    expect(await remove(VIEWERS.mira, file.id)).toEqual({ __typename: 'EvidenceNotYours', code: 'EvidenceNotYours', path: ['evidenceFileId'] });
    for (const id of [file.id, globalId('EvidenceFile', randomUUID()), 'nonsense']) expect(await remove(VIEWERS.otto, id)).toMatchObject({ __typename: 'NotFound', path: ['evidenceFileId'] });
    expect(await remove(VIEWERS.quinn, file.id, { reason: ' ' })).toMatchObject({ __typename: 'InputInvalid', path: ['reason'] });
    const link = linkOf(((await files(VIEWERS.mira, action.id)) as { downloadUrl: string }[])[0]!.downloadUrl);
    const { action: left } = await remove(VIEWERS.quinn, file.id);
    expect(left.evidenceFiles).toEqual([]);
    expect(left.steps.map((step: { kind: string }) => step.kind)).toEqual(['OPENED', 'EVIDENCE_ATTACHED', 'DONE', 'VERIFIED', 'EVIDENCE_REMOVED']);
    expect(left.steps.at(-1).note).toBe('It names a child');
    expect(await remove(VIEWERS.quinn, file.id)).toMatchObject({ __typename: 'NotFound' });
    expect(await governance.desk().give(VIEWERS.mira, link)).toBe('ABSENT');
    await governance.desk().sweep();
    expect(await governance.rows('select 1 from file_content where sha256 = $1', [file.sha256])).toEqual([]);
    expect(await governance.rows('select 1 from file_piece where sha256 = $1', [file.sha256])).toEqual([]);
    const [change] = await governance.rows<object>(`select person_id as person, operation from access_record where $1 = any(ids) and action = 'removeEvidence' and operation = 'CHANGE'`, [uuid(file.id, 'EvidenceFile')]);
    expect(change).toEqual({ person: VIEWERS.quinn.personId, operation: 'CHANGE' });
  });

  it('keeps a content that something else still refers to', async () => {
    const words = 'Shared minutes.';
    const first = await attached(words);
    const second = await attached(words);
    await remove(VIEWERS.pavel, first.file.id);
    await governance.desk().sweep();
    const [listed] = await files(VIEWERS.pavel, second.action.id);
    expect(await governance.desk().give(VIEWERS.pavel, linkOf(listed.downloadUrl))).toMatchObject({ content: Buffer.from(words) });
  });

  it('throws away, after a day, an upload that nothing was made of', async () => {
    const upload = await governance.upload(VIEWERS.sasha, 'Never attached.');
    const left = () => governance.rows('select 1 from file_upload where id = $1', [uuid(upload, 'FileUpload')]);
    await governance.desk(LATER(86_400)).sweep();
    expect(await left()).toHaveLength(1);
    await governance.desk(LATER(86_401)).sweep();
    expect(await left()).toEqual([]);
    expect(await governance.rows('select 1 from file_content where sha256 = $1', [createHash('sha256').update('Never attached.').digest('hex')])).toEqual([]);
  });

  it('is refused from somebody without a role for it, and a twenty-first upload has to wait', async () => {
    const receive = (viewer: Viewer, words: string) => governance.desk().receive(viewer, { name: null, content: Buffer.from(words) });
    await expect(receive(VIEWERS.lee, 'x')).rejects.toMatchObject({ name: 'FilesForbidden' });
    for (let count = 0; count < 20; count += 1) await receive(VIEWERS.ada, `file ${count}`);
    await expect(receive(VIEWERS.ada, 'one more')).rejects.toMatchObject({ reason: 'TOO_MANY_WAITING' });
    expect(await receive(VIEWERS.ada, 'file 3')).toMatchObject({ name: 'file.txt' });
  });

  it('keeps 25 MB whole, and nothing of an upload that breaks in the middle', async () => {
    const big = Buffer.alloc(25 * 1024 * 1024, 'All of it in one long line. ');
    const receipt = await governance.desk().receive(VIEWERS.hana, { name: 'Big.TXT', content: big });
    expect(receipt).toMatchObject({ name: 'Big.txt', bytes: 26_214_400 });
    const action = await opened();
    const { evidenceFile } = await attach(VIEWERS.hana, action, globalId('FileUpload', receipt.id));
    const given = await governance.desk().give(VIEWERS.hana, linkOf(evidenceFile.downloadUrl));
    expect(given).toMatchObject({ name: 'Big.txt' });
    expect((given as { content: Buffer }).content.equals(big)).toBe(true);
    await expect(
      governance.unit(VIEWERS.hana).command(async (tx) => {
        await tx.query(`insert into file_upload (person_id, sha256, name, uploaded_at) values (viewer_person(), repeat('a', 64), 'half.txt', now())`);
        await tx.query(`insert into file_content (sha256, content_type, bytes) values (repeat('a', 64), 'text/plain', 2000000)`);
        throw new Error('the process ends here');
      }),
    ).rejects.toThrow('ends here');
    expect(await governance.rows(`select 1 from file_content where sha256 = repeat('a', 64)`)).toEqual([]);
  }, 60_000);

  it('cannot be changed by the application’s own login, and nothing is there without a viewer', async () => {
    const { file } = await attached('Fixed.');
    for (const change of [`update evidence_file set title = 'x'`, `update file_piece set data = '\\x00'`, `update file_content set content_type = 'text/csv'`, 'delete from file_piece']) {
      await expect(governance.asLogin(VIEWERS.quinn, change)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await governance.asLogin(VIEWERS.quinn, 'delete from file_content where sha256 = $1 returning 1', [file.sha256])).toEqual([]);
    const nobody = { ...VIEWERS.quinn, personId: '00000000-0000-0000-0000-000000000000', workerId: null, grants: [] };
    for (const table of ['evidence_file', 'file_content', 'file_piece', 'file_upload']) expect(await governance.asLogin(nobody, `select 1 from ${table} limit 1`)).toEqual([]);
  });
});
