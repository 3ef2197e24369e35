/** Every role a person can hold, by its code. The words are the programme's. */
export const ROLES = [
  'practitioner',
  'senior_social_worker',
  'team_manager',
  'service_manager',
  'head_of_service',
  'director',
  'chief_executive',
  'lead_member',
  'elected_member',
  'principal_iro',
  'iro',
  'compass_service_manager',
  'early_help_service_manager',
  'principal_social_worker',
  'qpa_officer',
  'practitioner_representative',
  'hr_officer',
  'complaints_manager',
  'investigating_officer',
  'survey_moderator',
  'impact_member',
  'sscb_subgroup_member',
  'board_chair',
  'partner_member',
  'information_governance_officer',
  'administrator',
  'machine_import',
  'machine_event',
  'machine_identity',
  'machine_record',
  'machine_report',
] as const;

export type Role = (typeof ROLES)[number];

/** How far a role reaches: oneself, one team, one service, the whole authority, or one partner agency. */
export const SCOPES = ['self', 'team', 'service', 'authority', 'agency'] as const;

export type Scope = (typeof SCOPES)[number];

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}
