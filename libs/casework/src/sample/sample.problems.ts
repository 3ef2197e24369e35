import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('SampleFrameEmpty', { implements: Problem, description: 'No case is there to draw from, for this viewer, with these teams and plan types.', simpleResolvers: true })
export class SampleFrameEmpty extends Problem {}
