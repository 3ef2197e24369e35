import { Does, type GraphContext, Text } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Service } from '../service/service.type';
import { PracticePriority } from '../practice-priority/practice-priority.type';
import { auditToolById, checklistOfVersion, questionsOfVersion, sectionsOfVersion, servicesOfVersion, versionsOfTool } from './audit-tool.queries';
import { AuditChecklistItem, AuditQuestion, AuditSection, AuditTool, AuditToolState, AuditToolVersion } from './audit-tool.type';

@Resolver(() => AuditTool)
export class AuditToolResolver {
  @Query(() => [AuditTool], { description: 'The authority’s audit tools, by code.' })
  @Does('audit-tool.read')
  async auditTools(@Ctx() { unit }: GraphContext): Promise<AuditTool[]> {
    return unit.query('select t.id, t.code, t.title from audit_tool t order by t.code');
  }

  @Query(() => AuditTool, { nullable: true, description: 'One audit tool, or null.' })
  @Does('audit-tool.read')
  async auditTool(@Ctx() { unit }: GraphContext, @Arg('code', () => Text, { description: 'The tool’s code, such as `child-journey`.' }) code: string): Promise<AuditTool | null> {
    const [tool] = await unit.query<AuditTool>('select t.id, t.code, t.title from audit_tool t where t.code = $1', [code]);
    return tool ?? null;
  }

  @FieldResolver(() => [AuditToolVersion], { nullable: true, description: 'Every version, the newest first.' })
  async versions(@Root() tool: AuditTool, @Ctx() { unit }: GraphContext): Promise<AuditToolVersion[]> {
    return unit.load(versionsOfTool, tool.id);
  }

  @FieldResolver(() => AuditToolVersion, { nullable: true, description: 'The version that is being piloted; null when none is.' })
  async pilot(@Root() tool: AuditTool, @Ctx() { unit }: GraphContext): Promise<AuditToolVersion | null> {
    const versions = await unit.load(versionsOfTool, tool.id);
    return versions.find((version) => version.state === AuditToolState.PILOT) ?? null;
  }

  @FieldResolver(() => AuditToolVersion, { nullable: true, description: 'The version in use, with which audits are allocated; null when none is published.' })
  async current(@Root() tool: AuditTool, @Ctx() { unit }: GraphContext): Promise<AuditToolVersion | null> {
    const versions = await unit.load(versionsOfTool, tool.id);
    return versions.find((version) => version.state === AuditToolState.PUBLISHED) ?? null;
  }
}

@Resolver(() => AuditToolVersion)
export class AuditToolVersionResolver {
  @FieldResolver(() => AuditTool, { nullable: true, description: 'The tool it is a version of.' })
  async tool(@Root() version: AuditToolVersion, @Ctx() { unit }: GraphContext): Promise<AuditTool | null> {
    return unit.load(auditToolById, version.toolId);
  }

  @FieldResolver(() => [AuditSection], { description: 'Its parts, in order.' })
  async sections(@Root() version: AuditToolVersion, @Ctx() { unit }: GraphContext): Promise<AuditSection[]> {
    return unit.load(sectionsOfVersion, version.id);
  }

  @FieldResolver(() => [AuditQuestion], { description: 'All its questions, in order.' })
  async questions(@Root() version: AuditToolVersion, @Ctx() { unit }: GraphContext): Promise<AuditQuestion[]> {
    return unit.load(questionsOfVersion, version.id);
  }

  @FieldResolver(() => [AuditChecklistItem], { description: 'What the practitioner checks on the file before the audit, in order.' })
  async checklist(@Root() version: AuditToolVersion, @Ctx() { unit }: GraphContext): Promise<AuditChecklistItem[]> {
    return unit.load(checklistOfVersion, version.id);
  }
}

@Resolver(() => AuditToolVersion)
export class AuditToolServicesResolver {
  @FieldResolver(() => [Service], { description: 'The services that it is for; empty means all of them.' })
  async services(@Root() version: AuditToolVersion, @Ctx() { unit }: GraphContext): Promise<Service[]> {
    return unit.load(servicesOfVersion, version.id);
  }
}

@Resolver(() => AuditSection)
export class AuditSectionResolver {
  @FieldResolver(() => [AuditQuestion], { description: 'The questions of this part, in order.' })
  async questions(@Root() section: AuditSection, @Ctx() { unit }: GraphContext): Promise<AuditQuestion[]> {
    const questions = await unit.load(questionsOfVersion, section.versionId);
    return questions.filter((question) => question.sectionId === section.id);
  }
}

@Resolver(() => AuditQuestion)
export class AuditQuestionResolver {
  @FieldResolver(() => PracticePriority, { nullable: true, description: 'The practice priority that the question serves; null when it serves none alone.' })
  priority(@Root() question: AuditQuestion): PracticePriority | null {
    return question.priorityCode ? { code: question.priorityCode } : null;
  }
}
