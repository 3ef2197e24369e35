import { command, DateTime, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { ActionInWrongState, ActionNotYours, ActionVersionStale } from '../action/action.problems';
import { actionById } from '../action/action.queries';
import { actionSuccess } from '../action/action.success';
import { Action } from '../action/action.type';
import { Worker } from '../worker/worker.type';
import { AttachEvidenceInput, RemoveEvidenceInput } from './evidence-file.inputs';
import { EvidenceAttachedAlready, EvidenceNotYours } from './evidence-file.problems';
import { evidenceById, evidenceOfAction } from './evidence-file.queries';
import { attachEvidence, removeEvidence } from './evidence-file.service';
import { EvidenceFile } from './evidence-file.type';
import { evidenceLinks } from './evidence-links';

@ObjectType('AttachEvidenceSuccess', { description: 'The file is among the action’s evidence.', simpleResolvers: true })
class AttachEvidenceSuccess {
  actionId!: string;
  evidenceFileId!: string;

  @Field(() => Action, { nullable: true, description: 'The action as it stands now; null where the caller does not see it.' })
  action(@Ctx() { unit }: GraphContext): Promise<Action | null> {
    return unit.load(actionById, this.actionId);
  }

  @Field(() => EvidenceFile, { nullable: true, description: 'The file; null where it was removed since.' })
  evidenceFile(@Ctx() { unit }: GraphContext): Promise<EvidenceFile | null> {
    return unit.load(evidenceById, this.evidenceFileId);
  }
}

const RemoveEvidenceSuccess = actionSuccess('RemoveEvidenceSuccess', 'The file is gone from the evidence; that it was there, who removed it and why is a step of the action.');

const AttachEvidenceResult = resultOf('AttachEvidenceResult', AttachEvidenceSuccess, [ActionVersionStale, ActionInWrongState, ActionNotYours, EvidenceAttachedAlready]);
const RemoveEvidenceResult = resultOf('RemoveEvidenceResult', RemoveEvidenceSuccess, [EvidenceNotYours]);

@Resolver(() => Action)
export class ActionEvidenceResolver {
  @FieldResolver(() => [EvidenceFile], { nullable: true, description: 'Files that show what was done, the first attached first; 50 at most. Empty for those who follow the action without its detail.' })
  evidenceFiles(@Root() action: Action, @Ctx() { unit }: GraphContext): Promise<EvidenceFile[]> {
    return unit.load(evidenceOfAction, action.id);
  }
}

@Resolver(() => EvidenceFile)
export class EvidenceFileResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'Who attached it; null for somebody who is no worker.' })
  uploadedBy(@Root() file: EvidenceFile): Worker | null {
    return file.uploadedById ? { id: file.uploadedById } : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it can be fetched: a path at this address, asked with GET and the caller’s own token. It opens for the caller alone and for five minutes; each use is on record. Ask again for a new one.',
  })
  downloadUrl(@Root() file: EvidenceFile, @Ctx() { viewer, now }: GraphContext): string {
    return `/files/${evidenceLinks().make(file.id, viewer.personId, now).link}`;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When `downloadUrl` stops opening: five minutes from now.' })
  downloadExpiresAt(@Root() file: EvidenceFile, @Ctx() { viewer, now }: GraphContext): Date {
    return evidenceLinks().make(file.id, viewer.personId, now).expiresAt;
  }

  @Mutation(() => AttachEvidenceResult, { description: 'Makes a file that the caller uploaded evidence of an action. For its owner, deputy and verifier, those above them, and quality, until the action is closed.' })
  @Does('evidence.attach')
  async attachEvidence(@Ctx() context: GraphContext, @Arg('input', () => AttachEvidenceInput, { description: 'The file and the action.' }) input: AttachEvidenceInput): Promise<object> {
    return command(context, 'attachEvidence', input, (tx) => attachEvidence(tx, input, context.now));
  }

  @Mutation(() => RemoveEvidenceResult, { description: 'Removes a file from an action’s evidence, also when the action is closed. For the one who attached it, the Principal Social Worker and QPA.' })
  @Does('evidence.remove')
  async removeEvidence(@Ctx() context: GraphContext, @Arg('input', () => RemoveEvidenceInput, { description: 'The file and the reason.' }) input: RemoveEvidenceInput): Promise<object> {
    return command(context, 'removeEvidence', input, (tx) => removeEvidence(tx, input, context.now));
  }
}
