import { CreateCycleAndThemes1764000000001 } from './1764000000001-create-cycle-and-themes';
import { CreateActionRegister1764000000002 } from './1764000000002-create-action-register';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [CreateCycleAndThemes1764000000001, CreateActionRegister1764000000002];
