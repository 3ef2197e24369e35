import { createHmac, randomUUID } from 'node:crypto';
import { packIds, unpackIds } from './packed-ids';
import { Unauthenticated } from './unauthenticated';
import { machine, nobody } from './viewer';
import type { Viewer } from './viewer';
import { readViewer, signViewer, VIEWER_TOKEN_BYTES } from './viewer-token';

const secret = 'a-secret-that-only-this-test-knows';
const noon = new Date('2026-06-01T12:00:00Z');
const to = { audience: 'casework', secret, now: noon };
const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

const manager: Viewer = {
  ...{ personId: randomUUID(), workerId: randomUUID(), displayName: 'Tom Ashby', requestId: 'r-1', purpose: 'monthly audit' },
  grants: [{ role: 'team_manager', scope: 'team', scopeId: '3f0e2b9c-52ad-4c0e-9d1f-6a2b7c8d9e0f' }],
  ...{ teams: [randomUUID()], ownTeams: [randomUUID()], services: [], workers: [randomUUID(), randomUUID()], agencies: [] },
};

function signedByHand(claims: object, header = { alg: 'HS256' }): string {
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${createHmac(header.alg.replace('HS', 'sha').replace('none', 'sha256'), secret).update(input).digest('base64url')}`;
}

function claimsOf(token: string): { viewer: Record<string, unknown> } & Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as ReturnType<typeof claimsOf>;
}

test.each<[string, Viewer]>([
  ['a manager', manager],
  ['a machine', machine('machine_event', 'r-2')],
  ['nobody', nobody('r-3')],
])('%s arrives as they were sent', async (_who, viewer) => {
  await expect(readViewer(await signViewer(viewer, to), to)).resolves.toEqual(viewer);
});

test('a token lives thirty seconds, and five more for a clock that is late', async () => {
  const token = await signViewer(manager, to);
  await expect(readViewer(token, { ...to, now: after(34) })).resolves.toEqual(manager);
  await expect(readViewer(token, { ...to, now: after(36) })).rejects.toThrow(Unauthenticated);
  await expect(readViewer(token, { ...to, now: after(-6) })).rejects.toThrow(Unauthenticated);
});

test('a token for one subgraph opens no other, and another secret opens none', async () => {
  const token = await signViewer(manager, to);
  await expect(readViewer(token, { ...to, audience: 'voice' })).rejects.toThrow(Unauthenticated);
  await expect(readViewer(token, { ...to, secret: `${secret}!` })).rejects.toThrow(Unauthenticated);
});

test('a forged token is refused', async () => {
  const claims = claimsOf(await signViewer(manager, to));
  await expect(readViewer(signedByHand(claims), to)).resolves.toEqual(manager);
  const forged: [object, { alg: string }?][] = [
    [claims, { alg: 'none' }],
    [claims, { alg: 'HS512' }],
    [{ ...claims, iss: 'someone-else' }],
    [{ ...claims, exp: undefined }],
    [{ ...claims, iat: undefined }],
    [{ ...claims, exp: after(3600).getTime() / 1000, iat: after(-3600).getTime() / 1000 }],
    [{ ...claims, viewer: undefined }],
    [{ ...claims, viewer: { ...claims.viewer, admin: true } }],
    [{ ...claims, viewer: { ...claims.viewer, personId: "'; drop table child" } }],
    [{ ...claims, viewer: { ...claims.viewer, workers: `${String(claims.viewer['workers'])}AA` } }],
    [{ ...claims, viewer: { ...claims.viewer, teams: manager.teams } }],
    [{ ...claims, viewer: { ...claims.viewer, grants: [{ role: 'king', scope: 'authority', scopeId: null }] } }],
    [{ ...claims, viewer: { ...claims.viewer, grants: [{ role: 'director', scope: 'authority', scopeId: randomUUID() }] } }],
    [{ ...claims, viewer: { ...claims.viewer, grants: [{ role: 'team_manager', scope: 'team', scopeId: null }] } }],
  ];
  for (const [forgery, header] of forged) await expect(readViewer(signedByHand(forgery, header), to)).rejects.toThrow(Unauthenticated);
  for (const token of ['', 'a.b', 'a.b.c', signedByHand(claims).slice(0, -3)]) await expect(readViewer(token, to)).rejects.toThrow(Unauthenticated);
});

test('a short secret signs nothing and reads nothing', async () => {
  await expect(signViewer(manager, { ...to, secret: 'short' })).rejects.toThrow('32 bytes');
  await expect(readViewer('a.b.c', { ...to, secret: 'x'.repeat(31) })).rejects.toThrow('32 bytes');
});

test('a director of a large authority fits', async () => {
  const workers = Array.from({ length: 4_000 }, () => randomUUID());
  const token = await signViewer({ ...manager, workers }, to);
  expect(token.length).toBeLessThan(VIEWER_TOKEN_BYTES);
  await expect(readViewer(token, to)).resolves.toMatchObject({ workers });
});

test('one who stands over too many is refused at the start, not cut', async () => {
  const workers = Array.from({ length: 5_000 }, () => randomUUID());
  await expect(signViewer({ ...manager, workers }, to)).rejects.toThrow('more people than a token can carry');
});

test('ids are packed without loss, and only one spelling is read', () => {
  const ids = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff'];
  expect(packIds(ids)).toHaveLength(43);
  expect(unpackIds(packIds(ids))).toEqual(ids);
  expect(unpackIds('')).toEqual([]);
  for (const wrong of ['A', 'AAAAAAAAAAAAAAAAAAAAAB', `${packIds(ids)}=`, 'not base64!']) expect(unpackIds(wrong)).toBeNull();
});
