import { ROLES } from './roles';
import type { Role } from './roles';

/** Who works with children and families. */
export const PRACTITIONERS = ['practitioner', 'senior_social_worker', 'iro'] as const satisfies Role[];

/** Who leads a team, a service or the authority's children's services. */
export const MANAGERS = [
  'team_manager',
  'service_manager',
  'head_of_service',
  'director',
  'principal_iro',
  'compass_service_manager',
  'early_help_service_manager',
] as const satisfies Role[];

/** Who answers for quality across the authority. */
export const QUALITY = ['principal_social_worker', 'qpa_officer'] as const satisfies Role[];

/** Who draws, allocates and moderates audits: quality, and the heads of the streams that audit by themselves. */
export const AUDIT_LEADS = [...QUALITY, 'principal_iro', 'compass_service_manager', 'early_help_service_manager'] as const satisfies Role[];

/** Who meets children's and workers' own records in their work. Which of them, the rows decide. */
export const CASEWORK = [...PRACTITIONERS, ...MANAGERS, ...QUALITY] as const satisfies Role[];

/** Who plans with the numbers of staff: vacancies, turnover, agency use. */
export const STAFFING = [...MANAGERS, ...QUALITY, 'chief_executive', 'hr_officer'] as const satisfies Role[];

const OUTSIDE: readonly Role[] = ['lead_member', 'elected_member', 'impact_member', 'sscb_subgroup_member', 'board_chair', 'partner_member'];
const MACHINES: readonly Role[] = ['machine_import', 'machine_event', 'machine_record', 'machine_report'];

/** Everyone the authority employs. The administrator keeps accounts and settings, and is asked to know no one's record. */
export const STAFF: readonly Role[] = ROLES.filter((role) => ![...OUTSIDE, ...MACHINES, 'administrator'].includes(role));

/** Everyone who signs in with any role. */
export const EVERYONE: readonly Role[] = ROLES;
