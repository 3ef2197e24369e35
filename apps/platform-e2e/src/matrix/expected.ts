import type { Role } from '@qaf/identity';

/** Where somebody stands to the worker of a child's case: is that worker, leads their team and stands above them, neither, or neither and named in the lock of one child. */
export const STANDINGS = ['own', 'over', 'elsewhere', 'named'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a row is about: a child of that worker (or the worker), one whose record is locked for somebody else, one locked for whoever stands as named, who leads their team, or none of these. */
export type Kind = 'open' | 'locked' | 'named' | 'leader' | 'other';

/** Every role that comes through the gateway. Written by hand, from the programme's table of roles. */
export const PEOPLE: readonly Role[] = [
  'practitioner', 'senior_social_worker', 'team_manager', 'service_manager', 'head_of_service', 'director', 'chief_executive', 'lead_member', 'elected_member',
  'principal_iro', 'iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer', 'practitioner_representative',
  'hr_officer', 'complaints_manager', 'investigating_officer', 'survey_moderator', 'impact_member', 'sscb_subgroup_member', 'board_chair', 'partner_member',
  'information_governance_officer', 'administrator',
];

export const OUTSIDE: readonly Role[] = ['lead_member', 'elected_member', 'impact_member', 'sscb_subgroup_member', 'board_chair', 'partner_member'];
const MANAGERS: readonly Role[] = ['team_manager', 'service_manager', 'head_of_service', 'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager'];
const QUALITY: readonly Role[] = ['principal_social_worker', 'qpa_officer'];
const CASEWORK: readonly Role[] = ['practitioner', 'senior_social_worker', 'iro', ...MANAGERS, ...QUALITY];
const STAFF = PEOPLE.filter((role) => ![...OUTSIDE, 'administrator'].includes(role));
const GOVERNANCE: readonly Role[] = ['information_governance_officer'];
const LEADERSHIP: readonly Role[] = ['head_of_service', 'director', 'chief_executive'];

export type Seen = (role: Role, standing: Standing, kind: Kind) => boolean;

const by = (roles: readonly Role[]): Seen => (role) => roles.includes(role);
/** Not of a locked child: own and over for some roles, elsewhere for others. */
const near = (roles: readonly Role[], everywhere: readonly Role[], where: readonly Standing[] = ['own', 'over']): Seen => (role, standing, kind) =>
  (kind === 'open' && roles.includes(role) && where.includes(standing)) || (kind !== 'locked' && kind !== 'named' && everywhere.includes(role));
/** What is part of a child's record: of a locked child for the named alone, if they meet children in their work, wherever they stand. */
const ofChild = (seen: Seen): Seen => (role, standing, kind) => seen(role, standing, kind) || (kind === 'named' && standing === 'named' && CASEWORK.includes(role));

const CHILD = ofChild(near(CASEWORK, ['principal_iro', ...QUALITY]));
const AUDIT = ofChild(near(CASEWORK, QUALITY));
const SUPERVISION = near(CASEWORK, []);
/** The day alone: quality knows it of everyone, without the session. */
const LAST_SUPERVISED = near(CASEWORK, QUALITY);
const DISCUSSION = ofChild(SUPERVISION);
/** The worker whose practice it is about stands in no part of it; the line above does, whatever their role. */
const ACTION = ofChild(near(STAFF, [...QUALITY, ...LEADERSHIP], ['over']));
const TOOL = by(STAFF);
const QUESTIONNAIRE = by([...STAFF, 'impact_member']);
const ALL = by(PEOPLE);
const COLLEAGUES: readonly Role[] = [...STAFF, 'administrator'];
const DIRECTORY = by(COLLEAGUES);
/** The worker, HR, and the head of service above; the manager too, whom the line of management names and no standing here is. */
const PARTICULARS: Seen = (role, standing, kind) => near(STAFF, ['hr_officer'], ['own'])(role, standing, kind) || (role === 'head_of_service' && standing === 'over' && kind === 'open');
const LEARNING: Seen = near(STAFF, [...QUALITY, 'hr_officer']);
const STAFFING: readonly Role[] = [...MANAGERS, ...QUALITY, 'chief_executive', 'hr_officer'];

export interface Expected {
  seen: Seen;
  fields: string;
  /** Fields that fewer see than the row. */
  fewer?: Record<string, Seen>;
}

/** Each object type of the graph: who sees a row of it, and its fields by name. A type or a field that is not here fails. */
export const EXPECTED: Record<string, Expected> = {
  Service: { seen: ALL, fields: 'id code name kind validFrom validTo teams staffing actions' },
  Team: { seen: ALL, fields: 'id code name validFrom validTo service workers leaders staffing children audits actions' },
  Worker: {
    // Members and partners know who leads, and no more of them than the name.
    seen: (role, standing, kind) => DIRECTORY(role, standing, kind) || kind === 'leader',
    fields: 'id staffNumber displayName jobTitle leftOn version supervisionSessions lastSupervisedOn team manager roles posts employment absences registrations qualifications dbsChecks learning learningDue cpdYear childrenAllocated audits auditsOfPractice actions',
    fewer: { lastSupervisedOn: LAST_SUPERVISED, staffNumber: DIRECTORY, jobTitle: DIRECTORY, leftOn: DIRECTORY, version: DIRECTORY },
  },
  HeldRole: { seen: DIRECTORY, fields: 'role scope validFrom validTo' },
  Employment: { seen: PARTICULARS, fields: 'fteThousandths agencyWorker startedOn leftOn leavingReason' },
  Post: { seen: DIRECTORY, fields: 'id reference title fteThousandths validFrom validTo version team service role vacant holders' },
  PostHolding: { seen: DIRECTORY, fields: 'kind validFrom validTo post worker' },
  WorkforceCode: { seen: DIRECTORY, fields: 'id kind code title returnCode source validFrom validTo' },
  WorkerAbsence: { seen: PARTICULARS, fields: 'id startedOn returnedOn version reason' },
  WorkerRegistration: { seen: PARTICULARS, fields: 'id number registeredOn expiresOn body' },
  WorkerQualification: { seen: PARTICULARS, fields: 'id title institution awardedOn level' },
  DbsCheck: { seen: PARTICULARS, fields: 'id level issuedOn updateService version statusChecks recheck' },
  DbsStatusCheck: { seen: PARTICULARS, fields: 'checkedOn outcome' },
  DbsRecheck: { seen: PARTICULARS, fields: 'dueOn overdue intervalMonths source' },
  Course: { seen: DIRECTORY, fields: 'id code title cpdMinutes themeCode requirements' },
  CourseRequirement: { seen: DIRECTORY, fields: 'role withinDays repeatMonths source validFrom validTo' },
  LearningEvent: { seen: DIRECTORY, fields: 'id heldOn places course placesLeft' },
  LearningBooking: { seen: LEARNING, fields: 'id state score comment version event worker' },
  LearningDue: { seen: LEARNING, fields: 'standing dueOn lastAttendedOn course' },
  CpdYear: { seen: PARTICULARS, fields: 'from before piecesNeeded peerReflectionsNeeded met source pieces' },
  CpdPiece: { seen: PARTICULARS, fields: 'id recordedOn title reflection peerReflection' },
  WorkforceReturn: { seen: by(['hr_officer']), fields: 'id authority year referenceDate vacancyFteThousandths agencyFteThousandths agencyHeadcount lines' },
  WorkforceReturnLine: { seen: by(['hr_officer']), fields: 'id place number agencyWorker fteThousandths roleStartedOn roleEndedOn missing doubtful worker role' },
  StaffingMeasures: { seen: by(STAFFING), fields: 'from asOf headcount fte establishment vacancies vacancyRate starters leavers turnoverRate agency agencyRate absenceRate' },
  StaffingMeasure: { seen: by(STAFFING), fields: 'code unit numerator denominator share n definition source from asOf' },
  SupervisionSession: { seen: SUPERVISION, fields: 'id kind state plannedFor heldOn cancelledReason reflectiveAnalysis summary version worker supervisor discussions' },
  CaseDiscussion: { seen: DISCUSSION, fields: 'id heldOn discussed decision agreedActions child session' },
  Child: {
    seen: CHILD,
    fields: 'id caseReference birthYear birthMonth expectedBirthMonth gender ethnicity disabled firstLanguage religion locked version allocations audits allocatedWorker allocatedWorkerHasLeft team iro episodes ragForms reviews visits timeline supervisionDiscussions views invitations identifiedResponses actions',
  },
  ChildAllocation: { seen: CHILD, fields: 'id role validFrom validTo version worker team' },
  Episode: { seen: CHILD, fields: 'id kind startedOn endedOn details source version' },
  EpisodeDetail: { seen: CHILD, fields: 'name code' },
  CaseMeeting: { seen: CHILD, fields: 'id kind stage heldOn participationCode source version child ragForm' },
  Visit: { seen: CHILD, fields: 'id kind visitedOn source version' },
  TimelineEntry: { seen: CHILD, fields: 'kind onDate grade episode allocation meeting visit audit', fewer: { grade: AUDIT } },
  Audit: {
    seen: AUDIT,
    fields: 'id kind state allocatedOn dueOn period withWorker checklistDoneOn checklist grade computedGrade limitedBy judgedGrade gradeReason strengths areasToImprove childVoiceEvident submittedOn moderatedGrade moderationReason moderatedOn feedbackGivenOn acknowledgedOn workerComment closedOn withdrawnReason version child tool auditor moderator worker team answers unanswered overdueWorkingDays reallocations reminders actions',
  },
  AuditAnswer: { seen: AUDIT, fields: 'id questionKey grade rag choice scale text comment version question answeredAt answeredBy' },
  AuditAnswerChange: { seen: AUDIT, fields: 'questionKey answeredAt answeredBy' },
  AuditChecklistAnswer: { seen: AUDIT, fields: 'key choice' },
  AuditReallocation: { seen: AUDIT, fields: 'onDay reason from to by' },
  AuditReminder: { seen: AUDIT, fields: 'kind remindedOn dueOn' },
  // Its last grade is an audit's, which fewer see. The author is the child's reviewing officer, whom no standing here is; seniors see it where the line puts them above the worker.
  RagForm: { seen: CHILD, fields: 'id rag heldOn givenOn practiceProblems driftOrDelay driftReason workerAcknowledgedOn workerComment managerAnsweredOn managerAnswer resolvedOn version child meeting author worker team answeredBy areas followUps answerDueOn followUpDueOn lastAuditGrade actions', fewer: { lastAuditGrade: AUDIT } },
  RagFormArea: { seen: CHILD, fields: 'area title rag note' },
  RagFollowUp: { seen: CHILD, fields: 'heldOn note resolved by with' },
  // Beside quality, the heads of a stream see the samples that they drew themselves.
  Sample: { seen: by(QUALITY), fields: 'id title method size kind withWorker planTypes auditedWithinDays seed generator frameSize frameDigest drawnCount drawnOn tool drawnBy auditors strata replay cases' },
  SampleStratum: { seen: by(QUALITY), fields: 'planType eligible wanted drawn team' },
  SampleReplay: { seen: by(QUALITY), fields: 'agrees frameDigest' },
  SampleCase: { seen: near(QUALITY, QUALITY), fields: 'id place planType excludedBecause child team audit' },
  AuditSchedule: { seen: TOOL, fields: 'id role kind times per withWorker source validFrom validTo version tool' },
  AuditTool: { seen: TOOL, fields: 'id code title versions current pilot questionHistories' },
  AuditToolVersion: { seen: TOOL, fields: 'id number state pilotedOn publishedOn retiredOn version tool sections questions checklist services' },
  AuditSection: { seen: TOOL, fields: 'id position title questions' },
  AuditQuestion: { seen: TOOL, fields: 'id key position text guidance kind weight mandatory limiting capsAt evidenceRequired askedWhen meansTheSameAs priority' },
  AuditQuestionCondition: { seen: TOOL, fields: 'key answers' },
  AuditQuestionHistory: { seen: TOOL, fields: 'key wordings comparable' },
  AuditQuestionWording: { seen: TOOL, fields: 'versionNumber state text guidance kind meansTheSameAs comparableWithLast notComparableBecause' },
  AuditChecklistItem: { seen: TOOL, fields: 'key position text' },
  ImportRun: { seen: by([...QUALITY, 'administrator']), fields: 'id format startedAt finishedAt added changed unchanged leftOut notes' },
  ImportNote: { seen: by([...QUALITY, 'administrator']), fields: 'list row column severity reason' },
  UnmatchedName: { seen: by(QUALITY), fields: 'id source kind name rows firstList firstRow version worker team' },
  // A lock is seen by those who may end it, and shows them no child.
  ChildLock: { seen: (role, standing, kind) => role === 'director' || (role === 'head_of_service' && (standing === 'over' || (standing === 'named' && kind === 'named'))), fields: 'id lockedAt reason version child lockedBy allowed' },
  EmergencyAccess: { seen: by(GOVERNANCE), fields: 'id grantedAt until reason worker childId' },
  ViewsRecord: { seen: CHILD, fields: 'id occasion onDate seen seenAlone views influencedPlan source version occasionId participation child worker team' },
  ParticipationCode: { seen: QUESTIONNAIRE, fields: 'code title source validFrom validTo' },
  Invitation: { seen: CHILD, fields: 'id audience reason raisedOn mode givenOn linksGiven ageBand language outcome outcomeReason outcomeOn version child questionnaireVersion worker team' },
  IdentifiedResponse: { seen: near(CASEWORK, [], ['own']), fields: 'id consentGivenOn consentWithdrawnOn sharedWithManagers sharedWithQuality version child questionnaireVersion recordedBy answers' },
  IdentifiedAnswer: { seen: near(CASEWORK, [], ['own']), fields: 'key value text' },
  Questionnaire: { seen: QUESTIONNAIRE, fields: 'id code title audience versions current' },
  QuestionnaireVersion: { seen: QUESTIONNAIRE, fields: 'id number state publishedOn retiredOn keptAttributes version questionnaire questions wordings answerBatches' },
  WaitingComment: { seen: by(['survey_moderator']), fields: 'id questionKey period text questionnaireVersion' },
  ReleasedComment: { seen: QUESTIONNAIRE, fields: 'id questionKey period text releasedOn questionnaireVersion theme' },
  HelpRequest: { seen: by(['compass_service_manager', 'principal_social_worker']), fields: 'id name howToReach words askedAt state waitedWorkingDays takenAt outcome closedAt version takenBy' },
  ResultRelease: { seen: ALL, fields: 'id questionnaireCode question sinceVersion period table' },
  ResultTable: { seen: ALL, fields: 'lines provenance' },
  ResultLine: { seen: ALL, fields: 'member n counts favourable mean' },
  ResultCount: { seen: ALL, fields: 'value label count' },
  ResultSeries: { seen: ALL, fields: 'question sinceVersion series' },
  ResponseRateTable: { seen: ALL, fields: 'questionnaireCode period lines provenance' },
  ResponseRateLine: { seen: ALL, fields: 'member n answered declined notOffered' },
  SuppressedCount: { seen: ALL, fields: 'value hidden' },
  SuppressedShare: { seen: ALL, fields: 'share numerator denominator lower upper hidden' },
  SuppressedMean: { seen: ALL, fields: 'mean n hidden' },
  Series: { seen: ALL, fields: 'unit points phases signals annotations' },
  SeriesPoint: { seen: ALL, fields: 'period value hidden' },
  SeriesPhase: { seen: ALL, fields: 'from to note n mean lower upper' },
  SeriesAnnotation: { seen: ALL, fields: 'period note' },
  Provenance: { seen: ALL, fields: 'statistic title definition definitionVersion filters period n asOf toolVersions releasedAt version askInstead' },
  ProvenanceFilter: { seen: ALL, fields: 'dimension level member' },
  AnswerBatch: { seen: QUESTIONNAIRE, fields: 'state firstPeriod lastPeriod fewest releasedOn answers' },
  QuestionnaireQuestion: { seen: QUESTIONNAIRE, fields: 'id key position kind mandatory options priority wordings questionnaireVersion' },
  QuestionnaireWording: { seen: QUESTIONNAIRE, fields: 'language variant title introduction help' },
  QuestionWording: { seen: QUESTIONNAIRE, fields: 'language variant text options' },
  AnswerOption: { seen: QUESTIONNAIRE, fields: 'value label' },
  OpenQuestionnaire: { seen: ALL, fields: 'title introduction help language variant available questions answered' },
  OpenQuestion: { seen: ALL, fields: 'key kind text mandatory options' },
  LanguageVariant: { seen: ALL, fields: 'language variant' },
  Action: {
    // A Chief Executive whom a lock names follows that action too, as every other.
    seen: (role, standing, kind) => ACTION(role, standing, kind) || (role === 'chief_executive' && standing === 'named' && kind === 'named'),
    fields: 'id title description sourceKind followsInadequate dueOn state measure evidence outcome openedOn doneOn verifiedOn cancelledOn escalationLevel detailWithheld version source child owner deputy verifier openedBy worker team service overdueWorkingDays ownerHasLeft theme practicePriority steps evidenceFiles',
    // The Chief Executive follows every action, without what it says of a person, but for those of their own line.
    fewer: Object.fromEntries(['description', 'measure', 'evidence', 'outcome'].map((field) => [field, (role, standing, kind) => ACTION(role, standing, kind) && (role !== 'chief_executive' || standing === 'over')])),
  },
  ActionStep: { seen: (role, standing, kind) => ACTION(role, standing, kind) && (role !== 'chief_executive' || standing === 'over'), fields: 'id kind at note dueOn escalationLevel by owner' },
  EvidenceFile: { seen: (role, standing, kind) => ACTION(role, standing, kind) && (role !== 'chief_executive' || standing === 'over'), fields: 'id title name contentType bytes sha256 uploadedOn uploadedBy downloadUrl downloadExpiresAt' },
  Theme: { seen: ALL, fields: 'code title description validFrom validTo actions' },
  PracticePriority: { seen: ALL, fields: 'code title description position businessYear actions auditQuestions auditGrades auditGradeSeries questions' },
  BusinessYear: { seen: ALL, fields: 'id code startsOn endsBefore practicePriorities' },
  Agency: { seen: ALL, fields: 'id code name kind' },
  Indicator: { seen: ALL, fields: 'id code title definition unit direction source importedAt areas series' },
  IndicatorArea: { seen: ALL, fields: 'code name level' },
  IndicatorFigure: { seen: ALL, fields: 'year value symbol numerator denominator' },
  IndicatorSeries: { seen: ALL, fields: 'area points n mean lower upper signals' },
  SeriesSignal: { seen: ALL, fields: 'kind direction from to length' },
  AuditGradesRelease: { seen: ALL, fields: 'provenance lines' },
  AuditGradeLine: { seen: ALL, fields: 'team service priority total grades goodOrBetter' },
  AuditGradeCount: { seen: ALL, fields: 'grade count' },
  SeenAloneRelease: { seen: ALL, fields: 'provenance lines' },
  SeenAloneLine: { seen: ALL, fields: 'team service ethnicity seenAlone' },
  AccessNotice: { seen: by(GOVERNANCE), fields: 'id grantedAt until worker access' },
  AccessRecordEntry: { seen: by(GOVERNANCE), fields: 'id at actor person personId operation entityType entityId action purpose outcome request subgraph batch sealedAt' },
  RecordHealth: { seen: by(GOVERNANCE), fields: 'subgraph sealedBatch sealedAt receivedBatch receivedAt waiting waitingSince reportedAt refusedBatch checkedAt checkedBatches faults' },
};

/** Types that the generator began: their own story proves who sees a row, until the world here has one of them. */
export const BEGUN: readonly string[] = ['AuditAnswerChange', 'AuditQuestionCondition', 'AuditReallocation', 'AuditReminder', 'AuditSchedule', 'Sample', 'SampleStratum', 'SampleReplay', 'SampleCase', 'SeriesAnnotation'];

const AUDITORS: readonly Role[] = ['senior_social_worker', 'iro', ...MANAGERS, ...QUALITY];
const LEADS: readonly Role[] = [...QUALITY, 'principal_iro', 'compass_service_manager', 'early_help_service_manager'];
const SUPERVISORS: readonly Role[] = ['senior_social_worker', ...MANAGERS, 'principal_social_worker'];
const RECORDERS: readonly Role[] = ['practitioner', 'senior_social_worker', 'iro', ...MANAGERS];

/** Each root field and who may ask it at all. A root field that is not here fails. `null` is anyone, with a one-time token. */
export const ROOTS: Record<string, readonly Role[] | null> = {
  services: PEOPLE, service: PEOPLE, teams: PEOPLE, team: PEOPLE, workers: PEOPLE, worker: PEOPLE, me: PEOPLE,
  posts: COLLEAGUES, post: COLLEAGUES, workforceCodes: COLLEAGUES, staffing: STAFFING, workforceReturns: ['hr_officer'], courses: COLLEAGUES, learningEvents: COLLEAGUES,
  supervisionSessions: CASEWORK, supervisionSession: CASEWORK,
  children: CASEWORK, child: CASEWORK, childByReference: CASEWORK, audits: CASEWORK, audit: CASEWORK,
  auditTools: STAFF, auditTool: STAFF, auditSchedules: STAFF, samples: LEADS, sample: LEADS,
  ragForms: CASEWORK, ragForm: CASEWORK, ragFormsDue: ['iro', 'principal_iro', ...QUALITY],
  importRuns: [...QUALITY, 'administrator'], unmatchedNames: QUALITY, childLocks: ['director', 'head_of_service'],
  actions: STAFF, action: STAFF,
  agencies: PEOPLE, agency: PEOPLE, businessYears: PEOPLE, businessYear: PEOPLE, practicePriorities: PEOPLE, practicePriority: PEOPLE, themes: PEOPLE, theme: PEOPLE,
  indicators: PEOPLE, indicator: PEOPLE,
  auditGrades: PEOPLE, auditGradeSeries: PEOPLE, seenAlone: PEOPLE, seenAloneSeries: PEOPLE, publishAuditFigures: QUALITY, publishSeenAlone: QUALITY,
  accessNotices: GOVERNANCE, accessRecord: GOVERNANCE, recordHealth: GOVERNANCE,
  questionnaireByToken: null, invitations: CASEWORK, invitation: CASEWORK, viewsRecord: CASEWORK, participationCodes: [...STAFF, 'impact_member'],
  questionnaires: [...STAFF, 'impact_member'], questionnaire: [...STAFF, 'impact_member'],

  createAuditTool: QUALITY, draftAuditToolVersion: QUALITY, setAuditChecklist: QUALITY, setAuditToolServices: QUALITY, addAuditSection: QUALITY, changeAuditSection: QUALITY, removeAuditSection: QUALITY,
  addAuditQuestion: QUALITY, changeAuditQuestion: QUALITY, removeAuditQuestion: QUALITY, pilotAuditToolVersion: QUALITY, publishAuditToolVersion: QUALITY, retireAuditToolVersion: QUALITY,
  setAuditSchedule: QUALITY, endAuditSchedule: QUALITY, drawSample: LEADS, allocateSample: LEADS, reallocateAudit: LEADS, remindAuditors: LEADS,
  allocateAudit: LEADS, withdrawAudit: LEADS, moderateAudit: LEADS,
  completeAuditChecklist: ['practitioner', 'senior_social_worker', 'iro', 'team_manager', 'compass_service_manager', 'early_help_service_manager'],
  startAudit: AUDITORS, saveAuditAnswers: AUDITORS, submitAudit: AUDITORS, giveAuditFeedback: AUDITORS, closeAudit: AUDITORS,
  acknowledgeAudit: ['practitioner', 'senior_social_worker', 'iro', 'team_manager'],
  giveRagForm: ['iro', 'principal_iro'], acknowledgeRagForm: ['practitioner', 'senior_social_worker', 'iro', 'team_manager'], followUpRagForm: ['principal_iro'],
  answerRagForm: ['team_manager', 'service_manager', 'head_of_service', 'compass_service_manager', 'early_help_service_manager'],
  lockChild: ['director', 'head_of_service'], unlockChild: ['director', 'head_of_service'], seeBeyond: MANAGERS, correctChildReference: QUALITY, mergeChildren: QUALITY,
  resolveUnmatchedName: QUALITY,
  openAction: CASEWORK, changeActionOwner: STAFF, changeActionDueDate: STAFF, escalateAction: STAFF, cancelAction: STAFF, reportActionProgress: STAFF, completeAction: STAFF,
  verifyAction: AUDITORS, returnAction: AUDITORS, attachEvidence: STAFF, removeEvidence: STAFF,
  answerQuestionnaire: null,
  recordIdentifiedResponse: [...RECORDERS, ...QUALITY], withdrawConsent: [...RECORDERS, ...QUALITY], giveInvitationLink: [...RECORDERS, ...QUALITY], recordInvitationOutcome: [...RECORDERS, ...QUALITY],
  waitingComments: ['survey_moderator'], releaseComment: ['survey_moderator'], withholdComment: ['survey_moderator'], releasedComments: [...STAFF, 'impact_member'],
  questionnaireResults: PEOPLE, responseRates: PEOPLE, questionnaireSeries: PEOPLE,
  askForHelp: null, helpRequests: ['compass_service_manager', 'principal_social_worker'], takeHelpRequest: ['compass_service_manager', 'principal_social_worker'], closeHelpRequest: ['compass_service_manager', 'principal_social_worker'],
  recordViews: RECORDERS, changeViews: RECORDERS,
  publishQuestionnaireVersion: QUALITY, retireQuestionnaireVersion: QUALITY,
  moveWorker: ['hr_officer', 'administrator'], recordLeaver: ['hr_officer'],
  openPost: ['hr_officer', 'administrator'], closePost: ['hr_officer', 'administrator'], transferWorker: ['hr_officer', 'administrator'],
  actUp: ['hr_officer', 'administrator'], endActingUp: ['hr_officer', 'administrator'], appointWorker: ['hr_officer'], changeHours: ['hr_officer'],
  recordAbsence: ['hr_officer', ...MANAGERS], recordReturn: ['hr_officer', ...MANAGERS],
  openCourse: [...QUALITY, 'hr_officer'], requireCourse: [...QUALITY, 'hr_officer'], planLearningEvent: [...QUALITY, 'hr_officer'], recordAttendance: [...QUALITY, 'hr_officer'],
  bookLearning: STAFF, evaluateLearning: STAFF, recordCpd: STAFF,
  recordRegistration: ['hr_officer'], recordQualification: ['hr_officer'], recordDbsCheck: ['hr_officer'], recordDbsStatusCheck: ['hr_officer'],
  planSupervision: SUPERVISORS, cancelSupervision: SUPERVISORS, recordSupervision: SUPERVISORS,
};
