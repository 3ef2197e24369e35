import { createHash, randomUUID } from 'node:crypto';
import { FileLinks } from '@qaf/files';
import { globalId } from '@qaf/graph';
import { TEST_SECRET } from '@qaf/testing';
import type { Cast } from './authority';
import { send } from './commands';
import { follow, handIn } from './handing-in';
import { behind } from './kept-rows';
import { Stage } from './stage';

const PDF = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';
const MEGABYTE = 1024 * 1024;

describe('Evidence that somebody hands in', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()), 90_000);
  afterAll(() => stage.close());

  const opened = async (): Promise<{ id: string; version: number }> =>
    (await send(stage, 'northManager', 'openAction', { title: 'Bring the plan up to date', sourceKind: 'MEETING', ownerId: globalId('Worker', stage.people.northWorker.id), dueOn: inAMonth() }, 'action { id version }'))['action'];
  const attached = async (content: string | Buffer = `${PDF}% ${randomUUID()}\n%%EOF`) => {
    const action = await opened();
    const upload = await handIn(stage, 'northWorker', content, { 'x-file-name': encodeURIComponent('Zoë’s plan.docx') });
    expect(upload.status).toBe(201);
    const { evidenceFile } = await send(stage, 'northWorker', 'attachEvidence', { actionId: action.id, version: action.version, uploadId: upload.json.id, title: 'The plan' }, 'evidenceFile { id sha256 bytes contentType name uploadedBy { displayName } }');
    return { action, upload, file: evidenceFile };
  };
  const seen = async (person: keyof Cast, id: string): Promise<{ id: string; downloadUrl: string }[] | undefined> =>
    (await stage.ask(person, 'query ($id: ID!) { action(id: $id) { evidenceFiles { id downloadUrl downloadExpiresAt } } }', { id })).data?.action?.evidenceFiles;
  const linkFor = async (person: keyof Cast, id: string): Promise<string> => (await seen(person, id))?.[0]?.downloadUrl ?? 'none';
  const uses = (id: string) =>
    behind<{ person: string; operation: string; outcome: string }>(stage, `select person_id as person, operation, outcome from governance.access_record where $1 = any(ids) and action = 'downloadFile' order by id`, [Buffer.from(id, 'base64url').toString().slice('EvidenceFile:'.length)]);
  const uuid = (part: keyof Cast): string => stage.people[part].id;

  it('is attached to an action and fetched, as it was, by those who see the action; each use is on record', async () => {
    const content = `${PDF}% twice\n%%EOF`;
    const { action, upload, file } = await attached(content);
    expect(upload.json).toEqual({ id: expect.any(String), name: 'Zoë’s plan.docx.pdf', contentType: 'application/pdf', bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), expiresAt: expect.any(String) });
    expect(file).toMatchObject({ contentType: 'application/pdf', bytes: content.length, uploadedBy: { displayName: 'Noor Applegarth' } });
    const given = await follow(stage, 'northManager', await linkFor('northManager', action.id));
    expect([given.status, given.bytes.toString()]).toEqual([200, content]);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'cache-control', 'x-content-type-options', 'x-frame-options', 'referrer-policy'].map((name) => [name, given.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Zo__s plan.docx.pdf"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20plan.docx.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(await uses(file.id)).toEqual([{ person: uuid('northManager'), operation: 'READ', outcome: 'GIVEN' }]);
  });

  it('is not there for another team’s manager, nor for others outside', async () => {
    const { action, file } = await attached();
    for (const person of ['southManager', 'southWorker', 'northColleague', 'hr', 'administrator', 'member'] as const) {
      expect(await seen(person, action.id)).toBeUndefined();
      const answer = await stage.ask(person, 'mutation ($input: RemoveEvidenceInput!) { removeEvidence(input: $input) { __typename } }', { input: { idempotencyKey: randomUUID(), evidenceFileId: file.id, reason: 'x' } });
      expect(answer.data?.removeEvidence?.__typename ?? answer.errors[0]?.extensions.code).toMatch(/^(NotFound|FORBIDDEN)$/);
    }
  });

  it('is opened by nobody else’s link, by no late one and by none that was made up', async () => {
    const { action, file } = await attached();
    const link = await linkFor('northManager', action.id);
    for (const person of ['southManager', 'northWorker'] as const) expect((await follow(stage, person, link)).status).toBe(404);
    expect((await follow(stage, null, link)).status).toBe(401);
    const id = Buffer.from(file.id, 'base64url').toString().slice('EvidenceFile:'.length);
    const late = new FileLinks(TEST_SECRET).make(id, uuid('northManager'), new Date(Date.now() - 301_000)).link;
    const gone = await follow(stage, 'northManager', `/files/${late}`);
    expect([gone.status, gone.json.errors[0].message]).toEqual([410, 'This link is no longer open; ask for a new one.']);
    const theirs = new FileLinks(TEST_SECRET).make(id, uuid('southManager'), new Date()).link;
    const forged = new FileLinks('another secret than the platform’s own').make(id, uuid('northManager'), new Date()).link;
    const absent = [await follow(stage, 'southManager', `/files/${theirs}`), await follow(stage, 'northManager', `/files/${forged}`), await follow(stage, 'northManager', '/files/x'), await follow(stage, 'northManager', `/files/${'a'.repeat(3_000)}`)];
    expect(absent.map((answer) => [answer.status, answer.json.errors[0].message])).toEqual(Array(4).fill([404, 'Nothing is at this address.']));
    expect(await uses(file.id)).toEqual([
      { person: uuid('southManager'), operation: 'REFUSED', outcome: 'LINK_OF_ANOTHER' },
      { person: uuid('northWorker'), operation: 'REFUSED', outcome: 'LINK_OF_ANOTHER' },
      { person: uuid('northManager'), operation: 'REFUSED', outcome: 'LINK_EXPIRED' },
      { person: uuid('southManager'), operation: 'REFUSED', outcome: 'NOT_FOUND' },
    ]);
  });

  it('handed in twice by a double click is one upload, and attached once', async () => {
    const [one, two] = await Promise.all([handIn(stage, 'northWorker', 'Clicked twice.'), handIn(stage, 'northWorker', 'Clicked twice.')]);
    expect([one.status, two.status, two.json.id]).toEqual([201, 201, one.json.id]);
    const action = await opened();
    const input = { idempotencyKey: randomUUID(), actionId: action.id, version: action.version, uploadId: one.json.id, title: 'Clicked' };
    const answers = await Promise.all([send(stage, 'northWorker', 'attachEvidence', input, 'evidenceFile { id }'), send(stage, 'northWorker', 'attachEvidence', input, 'evidenceFile { id }')]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await seen('northWorker', action.id)).toHaveLength(1);
    expect(await send(stage, 'northWorker', 'attachEvidence', { ...input, idempotencyKey: randomUUID(), version: action.version + 1 })).toMatchObject({ __typename: 'NotFound', path: ['uploadId'] });
  });

  it('is not attached by an old version, from somebody else’s upload, or to an action out of sight', async () => {
    const action = await opened();
    const mine = await handIn(stage, 'northWorker', 'Mine.');
    const theirs = await handIn(stage, 'northManager', 'Theirs.');
    const input = { actionId: action.id, version: action.version, title: 'A file' };
    expect(await send(stage, 'northWorker', 'attachEvidence', { ...input, uploadId: theirs.json.id })).toMatchObject({ __typename: 'NotFound', path: ['uploadId'] });
    expect(await send(stage, 'northWorker', 'attachEvidence', { ...input, version: 9, uploadId: mine.json.id })).toMatchObject({ __typename: 'ActionVersionStale' });
    const south = await handIn(stage, 'southManager', 'Of the south.');
    expect(await send(stage, 'southManager', 'attachEvidence', { ...input, uploadId: south.json.id })).toMatchObject({ __typename: 'NotFound', path: ['actionId'] });
    expect(await seen('northWorker', action.id)).toEqual([]);
  });

  it('leaves, when it is removed, a step with who and why, and no link that opens', async () => {
    const { action, file } = await attached();
    const link = await linkFor('northManager', action.id);
    const { action: left } = await send(stage, 'quality', 'removeEvidence', { evidenceFileId: file.id, reason: 'It names a child' }, 'action { evidenceFiles { id } steps { kind note by { displayName } } }');
    expect(left.evidenceFiles).toEqual([]);
    expect(left.steps.at(-1)).toEqual({ kind: 'EVIDENCE_REMOVED', note: 'It names a child', by: { displayName: 'Quentin Ashlar' } });
    expect((await follow(stage, 'northManager', link)).status).toBe(404);
  });

  it.each<[string, number, string, string | Buffer]>([
    ['a page', 415, 'TYPE_NOT_ALLOWED', '<html><script>1</script>'],
    ['a program named as a picture', 415, 'TYPE_NOT_ALLOWED', Buffer.from('4d5a900003', 'hex')],
    ['nothing', 422, 'EMPTY', ''],
    ['a PDF that is cut short', 422, 'DAMAGED', PDF.slice(0, -8)],
    ['the test string of the scanners’ makers', 422, 'INFECTED', ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')],
    ['a byte more than 25 MB', 413, 'TOO_LARGE', Buffer.alloc(25 * MEGABYTE + 1, 'x')],
  ])('%s is refused by name', async (_what, status, reason, content) => {
    const answer = await handIn(stage, 'northWorker', content, { 'content-type': 'image/png', 'x-file-name': 'picture.png' });
    expect([answer.status, answer.json.errors[0].extensions]).toEqual([status, { code: 'BAD_USER_INPUT', reason, requestId: answer.headers.get('x-request-id') }]);
  });

  it('is taken whole up to 25 MB', async () => {
    const content = Buffer.alloc(25 * MEGABYTE, 'All in one line. ');
    const { action } = await attached(content);
    const given = await follow(stage, 'northWorker', await linkFor('northWorker', action.id));
    expect(given.bytes.equals(content)).toBe(true);
  }, 60_000);

  it('is taken from those who sign in and have a role for it, and not from a form', async () => {
    expect((await handIn(stage, null, 'x')).status).toBe(401);
    expect((await handIn(stage, null, 'x', { authorization: 'Bearer a.b.c' })).status).toBe(401);
    expect((await handIn(stage, 'member', 'x')).json.errors[0].extensions.code).toBe('FORBIDDEN');
    for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) expect((await handIn(stage, 'northWorker', 'x', { 'content-type': type })).status).toBe(415);
  });

  it('is out of reach for whoever asks the part alone without a signature', async () => {
    for (const address of [stage.subgraphs['governance']].filter((url) => url !== undefined)) {
      const answers = [await fetch(`${address}/files`, { method: 'POST', body: 'x' }), await fetch(`${address}/files/x`, { headers: { authorization: `Bearer ${await stage.token('quality')}` } })];
      expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    }
  });
});

/** A day that an action can be due on, whenever the stories are told. */
function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
