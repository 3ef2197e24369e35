import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('EvidenceNotYours', { implements: Problem, description: 'The caller sees the file but did not attach it: the one who did removes it, or the Principal Social Worker or QPA.', simpleResolvers: true })
export class EvidenceNotYours extends Problem {}

@ObjectType('EvidenceAttachedAlready', { implements: Problem, description: 'The same content is among the action’s evidence already.', simpleResolvers: true })
export class EvidenceAttachedAlready extends Problem {}
