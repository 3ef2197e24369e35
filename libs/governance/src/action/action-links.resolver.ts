import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Audit } from '../audit/audit.type';
import { Child } from '../child/child.type';
import { RagForm } from '../rag-form/rag-form.type';
import { Service } from '../service/service.type';
import { Team } from '../team/team.type';
import { Worker } from '../worker/worker.type';
import { Action, ActionSource } from './action.type';

/** What an action points to in other subgraphs: the key alone, which the owner answers or hides. */
@Resolver(() => Action)
export class ActionLinksResolver {
  @FieldResolver(() => ActionSource, { nullable: true, description: 'What it follows from. Null for those who may not see that, and for sources that are not held as a thing of their own yet.' })
  source(@Root() action: Action): Audit | RagForm | null {
    if (action.sourceKind === 'RAG_FORM' && action.sourceId) return Object.assign(new RagForm(), to(action.sourceId));
    return action.sourceKind === 'AUDIT' ? (to(action.sourceId) as Audit | null) : null;
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about; null when about none, and for those who may not see the child.' })
  child(@Root() action: Action): Child | null {
    return to(action.childId) as Child | null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who is to do it.' })
  owner(@Root() action: Action): Worker | null {
    return to(action.ownerId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who may act for the owner; null when nobody.' })
  deputy(@Root() action: Action): Worker | null {
    return to(action.deputyId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who is asked to verify it. Null when nobody is named: then the line of management or QPA does.' })
  verifier(@Root() action: Action): Worker | null {
    return to(action.verifierId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who opened it; null when it was opened by what happened, as with an inadequate grade.' })
  openedBy(@Root() action: Action): Worker | null {
    return to(action.openedById);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The worker whose practice it is about; null when about nobody’s.' })
  worker(@Root() action: Action): Worker | null {
    return to(action.workerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team whose work it is about, as it stood when the action was opened.' })
  team(@Root() action: Action): Team | null {
    return to(action.teamId);
  }

  @FieldResolver(() => Service, { nullable: true, description: 'The service whose work it is about, as it stood when the action was opened.' })
  service(@Root() action: Action): Service | null {
    return to(action.serviceId);
  }
}

function to(id: string | null | undefined): { id: string } | null {
  return id ? { id } : null;
}
