import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';
import { keepImportedViews } from './views.writer';
import type { ImportedFact } from './views.writer';

/** An import brought visits, reviews and conferences: what they say of how the child was heard is kept here. */
export async function viewsImported(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  await keepImportedViews(tx, event.data['facts'] as ImportedFact[]);
}
