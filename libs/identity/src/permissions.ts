import { AUDIT_LEADS, CASEWORK, EVERYONE, MANAGERS, PRACTITIONERS, QUALITY, STAFF, STAFFING } from './role-groups';
import type { Role } from './roles';
import { holds } from './viewer';
import type { Viewer } from './viewer';

/** What a role may do. `says` completes "may …" and "Your roles do not let you …". */
export interface ActRule {
  roles: readonly Role[];
  says: string;
  /** Needs no login. What the act itself asks for (a one-time token) is checked by the act. */
  public?: true;
}

function act(says: string, ...roles: readonly Role[]): ActRule {
  return { says, roles };
}

/**
 * Every act of the graph and the roles that may do it. Deny unless it is written here.
 * The table says which roles may act at all; the row rules say on which rows, and the authors of a draft are among those.
 */
export const ACTS = {
  'organisation.read': act('read services, teams, and the names and roles of workers', ...EVERYONE),
  'organisation.change': act('move a worker to another team or manager', 'hr_officer', 'administrator'),
  'employment.change': act('record the terms and the end of a worker’s employment', 'hr_officer'),

  'post.read': act('read posts, who is in them, and the codes of the workforce return', ...STAFF, 'administrator', 'machine_import', 'machine_event'),
  'post.change': act('open and close posts, transfer a worker and let one act up', 'hr_officer', 'administrator'),
  'absence.record': act('record a worker’s absence and return', 'hr_officer', ...MANAGERS),
  'personnel.record': act('record a worker’s registration, qualifications and DBS checks', 'hr_officer'),
  'learning.read': act('read courses and the days on which they are held', ...STAFF, 'administrator', 'machine_import', 'machine_event'),
  'learning.plan': act('add and require courses, plan their days and record who came', ...QUALITY, 'hr_officer'),
  'learning.book': act('book a place at a learning event and say what one found of it', ...STAFF),
  'cpd.record': act('record one’s own continuing professional development', ...STAFF),
  'workforce-return.read': act('read the workforce returns that were loaded', 'hr_officer'),
  'staffing.read': act('read the measures of the workforce return', ...STAFFING),

  'child.read': act('read children and their episodes', ...CASEWORK, 'machine_import', 'machine_event'),
  'child.import': act('load children and episodes from a file', 'machine_import'),
  'child.mend': act('correct a child’s reference and merge two records of one child', ...QUALITY),
  'child.lock': act('lock and unlock a child’s record', 'director', 'head_of_service'),
  'views.read': act('read how children took part and what became of their views', ...CASEWORK, 'machine_event'),
  'views.record': act('record a child’s views', ...PRACTITIONERS, ...MANAGERS, 'machine_event'),

  'audit-tool.read': act('read audit tools', ...STAFF, 'machine_import', 'machine_event'),
  'audit-tool.design': act('design audit tools', ...QUALITY),
  'audit-tool.publish': act('pilot, publish and retire audit tools', ...QUALITY),
  'audit.read': act('read audits', ...CASEWORK, 'machine_event'),
  'audit.schedule': act('say how many audits a role does', ...QUALITY),
  'audit.sample': act('draw a sample for audit', ...AUDIT_LEADS),
  'audit.allocate': act('allocate an audit', ...AUDIT_LEADS),
  'audit.checklist': act('complete the checklist before an audit', ...PRACTITIONERS, 'team_manager', 'compass_service_manager', 'early_help_service_manager'),
  'audit.grade': act('grade an audit', 'senior_social_worker', 'iro', ...MANAGERS, ...QUALITY),
  'audit.submit': act('submit an audit', 'senior_social_worker', 'iro', ...MANAGERS, ...QUALITY),
  'audit.moderate': act('moderate an audit', ...AUDIT_LEADS),
  'audit.override-grade': act('override the grade of an audit', ...AUDIT_LEADS),
  'audit.acknowledge': act('acknowledge the feedback of an audit', ...PRACTITIONERS, 'team_manager'),
  'audit.close': act('close an audit', 'senior_social_worker', 'iro', ...MANAGERS, ...QUALITY),

  'rag-form.read': act('read forms after reviews and conferences', ...CASEWORK, 'machine_event'),
  'rag-form.due': act('read which reviews and conferences have no form yet', 'iro', 'principal_iro', ...QUALITY),
  'rag-form.give': act('give the form after a review or conference', 'iro', 'principal_iro'),
  'rag-form.acknowledge': act('acknowledge a form after a review or conference', ...PRACTITIONERS, 'team_manager'),
  'rag-form.answer': act('answer a form after a review or conference', 'team_manager', 'service_manager', 'head_of_service', 'compass_service_manager', 'early_help_service_manager'),
  'rag-form.follow-up': act('follow a form up with a team manager', 'principal_iro'),

  'supervision.read': act('read supervision', ...CASEWORK),
  'supervision.plan': act('plan supervision', 'senior_social_worker', ...MANAGERS, 'principal_social_worker'),
  'supervision.record': act('record supervision', 'senior_social_worker', ...MANAGERS, 'principal_social_worker'),

  'questionnaire.read': act('read questionnaires', ...STAFF, 'impact_member', 'machine_import', 'machine_event'),
  'questionnaire.publish': act('publish and retire questionnaires', ...QUALITY),
  'questionnaire.open': { says: 'open a questionnaire with a one-time token', roles: [], public: true },
  'questionnaire.answer': { says: 'answer a questionnaire with a one-time token', roles: [], public: true },
  'invitation.read': act('read invitations to a questionnaire', ...CASEWORK, 'machine_event'),
  'invitation.raise': act('invite someone to a questionnaire', ...PRACTITIONERS, ...MANAGERS, ...QUALITY, 'machine_event'),
  'response.record': act('record an answer given on paper or in an interview', ...PRACTITIONERS, ...MANAGERS, ...QUALITY, 'machine_import'),

  'result.read': act('read the published results of questionnaires', ...EVERYONE),
  'comment.read': act('read released comments', ...STAFF, 'impact_member'),
  'comment.moderate': act('read unreleased comments, and release or withhold them', 'survey_moderator'),
  'help.ask': { says: 'ask for help with a one-time token', roles: [], public: true },
  'help.answer': act('read and see to requests for help', 'compass_service_manager', 'principal_social_worker'),

  'action.read': act('read actions', ...STAFF, 'machine_event'),
  'action.open': act('open an action', ...CASEWORK, 'machine_event'),
  'action.update': act('report on and change an action', ...STAFF, 'machine_event'),
  'action.verify': act('verify that an action is done', 'senior_social_worker', 'iro', ...MANAGERS, ...QUALITY),
  'evidence.attach': act('attach a file to an action as evidence', ...STAFF),
  'evidence.remove': act('remove a file from an action’s evidence', ...STAFF),
  'file.upload': act('hand in a file', ...STAFF),
  'priority.read': act('read practice priorities', ...EVERYONE),
  'theme.read': act('read learning themes', ...EVERYONE),
  'agency.read': act('read partner agencies', ...EVERYONE),
  'indicator.read': act('read indicators', ...EVERYONE),
  'release.read': act('read released figures', ...EVERYONE),
  'release.publish': act('publish the figures of a finished period', ...QUALITY),
  'business-year.read': act('read business years and their cycle', ...EVERYONE),

  'import.run': act('run an import', 'machine_import', 'administrator'),
  'import.read': act('read what imports did', ...QUALITY, 'machine_import', 'administrator'),
  'import.resolve': act('say who a name in an import stands for', ...QUALITY, 'machine_import'),
  'event.handle': act('take in what happened in another part of the graph', 'machine_event'),
  'record-of-access.receive': act('hand over sealed batches of the record of access', 'machine_record'),
  'record-of-access.read': act('read who saw and changed what', 'information_governance_officer'),
  'access-notice.read': act('read who saw beyond their rows in an emergency', 'information_governance_officer'),
  'access.extend': act('see beyond one’s rows in an emergency, for a day and with a reason', ...MANAGERS),
  'setting.propose': act('propose a setting that is law or policy', 'administrator'),
  'setting.approve': act('approve a setting that is law or policy', 'director', 'principal_social_worker'),
} as const satisfies Record<string, ActRule>;

export type Act = keyof typeof ACTS;

/** The acts that need no login. */
export const PUBLIC_ACTS: readonly Act[] = (Object.keys(ACTS) as Act[]).filter((name) => rule(name).public === true);

/** Whether the viewer's roles, or the act's being public, let them do it at all. The rows decide on what. */
export function may(viewer: Pick<Viewer, 'grants'>, act: Act): boolean {
  const { roles, public: open } = rule(act);
  return open === true || holds(viewer, ...roles);
}

/** The roles that may do an act; `null` for anyone, without signing in. */
export function rolesFor(act: Act): readonly Role[] | null {
  const { roles, public: open } = rule(act);
  return open === true ? null : roles;
}

function rule(name: Act): ActRule {
  return ACTS[name];
}
