import { CASEWORK, EVERYONE, MANAGERS, QUALITY, STAFF, STAFFING } from './role-groups';
import type { Role } from './roles';
import { holds } from './viewer';
import type { Viewer } from './viewer';

/** Who may ever see a field of a class; the row rules say of which rows. `null` is anyone, without signing in. */
export const CLASSES = {
  public: null,
  organisation: EVERYONE,
  /** What colleagues know of one another. Members and partners know services, teams and who leads them. */
  directory: [...STAFF, 'administrator', 'machine_import', 'machine_event'],
  /** For everyone who works here; the row rules say of what. */
  staff: STAFF,
  employment: [...STAFF, 'machine_import'],
  staffing: STAFFING,
  /** What only those see whole who see every worker’s particulars. */
  personnel: ['hr_officer'],
  supervision: [...CASEWORK, 'machine_import'],
  casework: [...CASEWORK, 'machine_import', 'machine_event'],
  action: [...STAFF, 'machine_event'],
  'audit-tool': [...STAFF, 'machine_import', 'machine_event'],
  questionnaire: [...STAFF, 'impact_member', 'machine_import', 'machine_event'],
  import: [...QUALITY, 'machine_import', 'administrator'],
  'import-name': [...QUALITY, 'machine_import'],
  lock: ['director', 'head_of_service'],
  emergency: [...MANAGERS, 'information_governance_officer'],
  moderation: ['survey_moderator'],
  help: ['compass_service_manager', 'principal_social_worker'],
  'record-of-access': ['information_governance_officer'],
} as const satisfies Record<string, readonly Role[] | null>;

export type FieldClass = keyof typeof CLASSES;

/** The class of a type's fields, and of those that are for fewer. */
export interface FieldRule {
  class: FieldClass;
  but: Readonly<Record<string, FieldClass>>;
}

function shows(all: FieldClass, but: Record<string, FieldClass> = {}): FieldRule {
  return { class: all, but };
}

/**
 * Every object type of the graph, every filter and every order, with the class of its fields, arguments or values: a type
 * that has no line here does not build. A field that leads to another type is seen by those who see both. What a filter or
 * an order goes by is seen: it is refused to those who may not see it.
 */
export const FIELDS: Readonly<Record<string, FieldRule>> = {
  Service: shows('organisation'),
  Team: shows('organisation'),
  Worker: shows('organisation', { staffNumber: 'directory', jobTitle: 'directory', leftOn: 'directory', version: 'directory', manager: 'directory', roles: 'directory', posts: 'directory', lastSupervisedOn: 'supervision' }),
  WorkerFilter: shows('organisation', { managerId: 'directory', role: 'directory', leavers: 'directory' }),
  WorkerOrder: shows('organisation', { STAFF_NUMBER: 'directory' }),
  HeldRole: shows('directory'),
  Employment: shows('employment'),
  Post: shows('directory'),
  PostFilter: shows('directory'),
  PostOrder: shows('directory'),
  PostHolding: shows('directory'),
  WorkforceCode: shows('directory'),
  WorkerAbsence: shows('employment'),
  WorkerRegistration: shows('employment'),
  WorkerQualification: shows('employment'),
  DbsCheck: shows('employment'),
  DbsStatusCheck: shows('employment'),
  DbsRecheck: shows('employment'),
  Course: shows('directory'),
  CourseRequirement: shows('directory'),
  LearningEvent: shows('directory'),
  LearningBooking: shows('employment'),
  LearningDue: shows('employment'),
  CpdYear: shows('employment'),
  CpdPiece: shows('employment'),
  WorkforceReturn: shows('personnel'),
  WorkforceReturnLine: shows('personnel'),
  StaffingMeasures: shows('staffing', { absenceRate: 'personnel' }),
  StaffingMeasure: shows('staffing'),
  SupervisionSession: shows('supervision'),
  SupervisionFilter: shows('supervision'),
  SupervisionOrder: shows('supervision'),
  CaseDiscussion: shows('supervision'),

  Child: shows('casework'),
  ChildFilter: shows('casework'),
  ChildOrder: shows('casework'),
  ChildAllocation: shows('casework'),
  Episode: shows('casework'),
  EpisodeDetail: shows('casework'),
  CaseMeeting: shows('casework'),
  Visit: shows('casework'),
  TimelineEntry: shows('casework'),
  Audit: shows('casework'),
  AuditFilter: shows('casework'),
  AuditOrder: shows('casework'),
  AuditAnswer: shows('casework'),
  AuditAnswerChange: shows('casework'),
  AuditChecklistAnswer: shows('casework'),
  AuditReallocation: shows('casework'),
  AuditReminder: shows('casework'),
  RagForm: shows('casework'),
  RagFormArea: shows('casework'),
  RagFormFilter: shows('casework'),
  RagFollowUp: shows('casework'),
  Sample: shows('casework'),
  SampleCase: shows('casework'),
  SampleReplay: shows('casework'),
  SampleStratum: shows('casework'),
  AuditSchedule: shows('audit-tool'),
  AuditTool: shows('audit-tool'),
  AuditToolVersion: shows('audit-tool'),
  AuditSection: shows('audit-tool'),
  AuditQuestion: shows('audit-tool'),
  AuditQuestionCondition: shows('audit-tool'),
  AuditQuestionHistory: shows('audit-tool'),
  AuditQuestionWording: shows('audit-tool'),
  AuditChecklistItem: shows('audit-tool'),
  ImportRun: shows('import'),
  ImportNote: shows('import'),
  UnmatchedName: shows('import-name'),
  UnmatchedNameFilter: shows('import-name'),
  ChildLock: shows('lock'),
  EmergencyAccess: shows('emergency'),

  ViewsRecord: shows('casework'),
  ViewsFilter: shows('casework'),
  ViewsOrder: shows('casework'),
  Invitation: shows('casework'),
  InvitationFilter: shows('casework'),
  InvitationOrder: shows('casework'),
  IdentifiedResponse: shows('casework'),
  IdentifiedAnswer: shows('casework'),
  ParticipationCode: shows('questionnaire'),
  ResultRelease: shows('organisation'),
  ResultTable: shows('organisation'),
  ResultLine: shows('organisation'),
  ResultCount: shows('organisation'),
  ResultSeries: shows('organisation'),
  ResponseRateTable: shows('organisation'),
  ResponseRateLine: shows('organisation'),
  SuppressedCount: shows('organisation'),
  SuppressedShare: shows('organisation'),
  SuppressedMean: shows('organisation'),
  Series: shows('organisation'),
  SeriesPoint: shows('organisation'),
  SeriesPhase: shows('organisation'),
  SeriesAnnotation: shows('organisation'),
  Provenance: shows('organisation'),
  ProvenanceFilter: shows('organisation'),
  AnswerBatch: shows('questionnaire'),
  WaitingComment: shows('moderation'),
  ReleasedComment: shows('questionnaire'),
  ReleasedCommentFilter: shows('questionnaire'),
  HelpRequest: shows('help'),
  Questionnaire: shows('questionnaire'),
  QuestionnaireVersion: shows('questionnaire'),
  QuestionnaireQuestion: shows('questionnaire'),
  QuestionnaireWording: shows('questionnaire'),
  QuestionWording: shows('questionnaire'),
  OpenQuestionnaire: shows('public'),
  OpenQuestion: shows('public'),
  AnswerOption: shows('public'),
  LanguageVariant: shows('public'),

  Action: shows('action'),
  ActionFilter: shows('action'),
  ActionOrder: shows('action'),
  ActionStep: shows('action'),
  EvidenceFile: shows('action'),
  Theme: shows('organisation'),
  PracticePriority: shows('organisation'),
  BusinessYear: shows('organisation'),
  Agency: shows('organisation'),
  Indicator: shows('organisation'),
  IndicatorArea: shows('organisation'),
  IndicatorFigure: shows('organisation'),
  IndicatorSeries: shows('organisation'),
  SeriesSignal: shows('organisation'),
  SeenAloneRelease: shows('organisation'),
  SeenAloneLine: shows('organisation'),
  AuditGradesRelease: shows('organisation'),
  AuditGradeLine: shows('organisation'),
  AuditGradeCount: shows('organisation'),
  AccessNotice: shows('record-of-access'),
  AccessRecordEntry: shows('record-of-access'),
  AccessRecordFilter: shows('record-of-access'),
  RecordHealth: shows('record-of-access'),
};

const decided = new WeakMap<object, Map<FieldClass, boolean>>();

/** Whether the viewer's roles may ever see fields of a class. Decided once for a viewer: a list asks it for every row. */
export function sees(viewer: Pick<Viewer, 'grants'>, fields: FieldClass): boolean {
  let known = decided.get(viewer);
  if (!known) decided.set(viewer, (known = new Map()));
  const before = known.get(fields);
  if (before !== undefined) return before;
  const roles: readonly Role[] | null = CLASSES[fields];
  const answer = roles === null || holds(viewer, ...roles);
  known.set(fields, answer);
  return answer;
}

/** Whether everyone who sees fields of the one class sees those of the other. */
export function coveredBy(one: FieldClass, other: FieldClass): boolean {
  return rolesCovered(CLASSES[one], other);
}

/** Whether every one of the roles sees fields of a class; `null` stands for anyone. */
export function rolesCovered(roles: readonly Role[] | null, fields: FieldClass): boolean {
  const allowed: readonly Role[] | null = CLASSES[fields];
  return allowed === null || (roles !== null && roles.every((role) => allowed.includes(role)));
}
