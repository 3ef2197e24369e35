import type { Role } from '@qaf/identity';

/** Roles that stand over the teams named in their scope. */
export const LEADS_TEAM = ['team_manager', 'senior_social_worker'] as const satisfies Role[];

/** Roles that stand over every team of the services named in their scope. */
export const LEADS_SERVICE = ['service_manager', 'head_of_service', 'compass_service_manager', 'early_help_service_manager'] as const satisfies Role[];

/** Roles that stand over the whole authority. The chain of management over casework ends with the Director. */
export const LEADS_AUTHORITY = ['director'] as const satisfies Role[];
