import { CreateOrganisation1764000000001 } from './1764000000001-create-organisation';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [CreateOrganisation1764000000001];
