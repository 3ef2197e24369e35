import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '@qaf/database';
import { nobody, type Viewer } from '@qaf/identity';
import { DEFINITIONS, type OpenGraph } from '@qaf/platform';
import { type GraphQLSchema, getNamedType } from 'graphql';
import { OUTSIDE, PEOPLE, ROOTS, STANDINGS } from './expected';
import { type Asker, type Met, Walk } from './findings';
import { ALIKE, entityQuestions, type Question, rootQuestions, type Told } from './questions';
import { MARKS, type World } from './world';

export const NAMES: readonly SubgraphName[] = ['workforce', 'casework', 'voice', 'governance'];

/** Every role in every standing. */
export const ASKERS: readonly Asker[] = PEOPLE.flatMap((role) => STANDINGS.map((standing) => ({ role, standing })));

/** What the parts are told of an asker. */
export function viewerOf(world: World, { role, standing }: Asker): Viewer {
  const id = { own: world.worker, over: randomUUID(), elsewhere: randomUUID(), named: world.named }[standing];
  const elsewhere = { teams: [world.otherTeam], ownTeams: [world.otherTeam], workers: [randomUUID()] };
  const stands = { own: { ownTeams: [world.team] }, over: { teams: [world.team], services: [world.service], workers: [world.worker] }, elsewhere, named: elsewhere }[standing];
  return { ...nobody('matrix'), personId: id, workerId: OUTSIDE.includes(role) ? null : id, displayName: role, grants: [{ role, scope: 'self', scopeId: null }], ...stands };
}

/** Every question of one part. */
export function questionsOf(graph: OpenGraph, name: SubgraphName, world: World): Question[] {
  const { schema } = graph.subgraphs[name];
  return [...rootQuestions(schema, world), ...entityQuestions(schema, world, Object.keys(DEFINITIONS[name].references))];
}

/** Those of the questions that the asker need not be spared: what is long and the same wherever one stands is asked once. */
export function forAsker(questions: readonly Question[], { standing }: Asker): Question[] {
  return questions.filter(({ root }) => standing === 'own' || !ALIKE.includes(root));
}

/** What is wrong with what an asker was told, and what they met. */
export function verdict(schema: GraphQLSchema, world: World, asker: Asker, { question, data, codes }: Told): { wrong: string[]; met: Met } {
  const walk = new Walk(schema, world, asker);
  const field = schema.getQueryType()?.getFields()[question.root];
  const who = `${asker.role} ${asker.standing}`;
  const wrong: string[] = [];
  if (field) walk.take(data, getNamedType(field.type).name, question.root);
  const allowed = question.root === '_entities' || (ROOTS[question.root]?.includes(asker.role) ?? true);
  // An order by what one may not see is refused as an act would be.
  const refusedOrder = question.field.includes('STAFF_NUMBER') && OUTSIDE.includes(asker.role);
  if (codes.join() !== (allowed && !refusedOrder ? '' : 'FORBIDDEN')) wrong.push(`${question.root}: ${who} was answered ${codes.join() || 'without a refusal'}`);
  const hidden = asker.standing === 'named' ? [MARKS.locked] : [MARKS.locked, MARKS.named];
  if (hidden.some((mark) => JSON.stringify(data).includes(mark))) wrong.push(`${question.root}: ${who} read of a locked child`);
  return { wrong: [...wrong, ...walk.wrong], met: walk.met };
}

/** Adds what was met to what was met before. */
export function add(all: Met, more: Met): void {
  for (const [thing, fields] of more) all.set(thing, new Set([...(all.get(thing) ?? []), ...fields]));
}
