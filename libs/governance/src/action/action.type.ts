import { LocalDate, LongText, Text } from '@qaf/graph';
import { createUnionType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audit } from '../audit/audit.type';
import { RagForm } from '../rag-form/rag-form.type';

export enum ActionState {
  OPEN = 'OPEN',
  IN_PROGRESS = 'IN_PROGRESS',
  DONE = 'DONE',
  VERIFIED = 'VERIFIED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(ActionState, {
  name: 'ActionState',
  description: 'Where an action stands.',
  valuesConfig: {
    OPEN: { description: 'Agreed; nothing is reported yet.' },
    IN_PROGRESS: { description: 'Work on it is reported, or it was sent back by the one who verifies.' },
    DONE: { description: 'The owner says it is done, with evidence; it waits to be verified.' },
    VERIFIED: { description: 'Somebody other than the owner found it done. Nothing changes any more.' },
    CANCELLED: { description: 'It will not be done, for a reason on record. Nothing changes any more.' },
  },
});

/** What an action can follow from. The types are other subgraphs' own; here they are references. */
export const ActionSource = createUnionType({
  name: 'ActionSource',
  description: 'What an action follows from. Reads as null for those who may not see it.',
  types: () => [Audit, RagForm] as const,
  resolveType: (source) => (source instanceof RagForm ? 'RagForm' : 'Audit'),
});

const DETAIL = 'Null as well for those who follow the action without its detail.';

@ObjectType('Action', {
  description:
    'Something that somebody is to do by a day, and that somebody else verifies. Seen by its owner, deputy, verifier and the one who opened it; by those who manage the owner or the worker whose practice it is about, or lead the team or service; by the Principal Social Worker, QPA, the Director and heads of service. The Chief Executive sees that it is there, without its detail.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Action {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'What is to be done, in one line; never names a child.' })
  title!: string | null;

  @Field(() => LongText, { nullable: true, description: `More about what is to be done. Free text. ${DETAIL}` })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What sort of thing it follows from: `AUDIT`, `SUPERVISION`, `COMPLAINT`, `REVIEW`, `SURVEY`, `INSPECTION`, `MEETING`, `OBSERVATION`, `RAG_FORM` or `OTHER`.',
  })
  sourceKind!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it follows from an audit graded inadequate, and so is tracked until it is verified.' })
  followsInadequate!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it is to be done, as it stands now; the steps tell what it was before.' })
  dueOn!: string | null;

  @Field(() => ActionState, { nullable: true, description: 'Where it stands.' })
  state!: ActionState | null;

  @Field(() => LongText, { nullable: true, description: `How one will know that it has worked. Free text; null when nothing was said. ${DETAIL}` })
  measure!: string | null;

  @Field(() => LongText, { nullable: true, description: `What shows that it was done. Free text; null until it was reported done. ${DETAIL}` })
  evidence!: string | null;

  @Field(() => LongText, { nullable: true, description: `What changed because of it, as found when it was verified. Free text; null until then. ${DETAIL}` })
  outcome!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was opened.' })
  openedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was reported done; null until then, and when it was sent back.' })
  doneOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was verified; null until then.' })
  verifiedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was cancelled; null unless it was.' })
  cancelledOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How far it was raised: 0 not at all, 1 to the owner’s manager, 2 to the head of service, 3 to the Director.' })
  escalationLevel!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True where the caller sees that the action is there but not its detail: texts, child, source, worker and steps then read as null or empty.' })
  detailWithheld!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the action.' })
  version!: number | null;

  sourceId?: string | null;
  childId?: string | null;
  ownerId?: string;
  deputyId?: string | null;
  verifierId?: string | null;
  openedById?: string | null;
  workerId?: string | null;
  teamId?: string | null;
  serviceId?: string | null;
  themeCode?: string | null;
  priorityCode?: string | null;
}
