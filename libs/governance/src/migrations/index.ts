import { CreateCycleAndThemes1764000000001 } from './1764000000001-create-cycle-and-themes';
import { CreateActionRegister1764000000002 } from './1764000000002-create-action-register';
import { SealRecord1795000000100 } from './1795000000100-seal-record';
import { KeepRecordOfAccess1795000000110 } from './1795000000110-keep-record-of-access';
import { KeepEvidenceFiles1795000000200 } from './1795000000200-keep-evidence-files';
import { LockChildren1795000000310 } from './1795000000310-lock-children';
import { FollowMergedChildren1795000000400 } from './1795000000400-follow-merged-children';
import { ShowActionsToNamed1795100000300 } from './1795100000300-show-actions-to-named';
import { KeepIndicators1795120000200 } from './1795120000200-keep-indicators';
import { FollowRagForms1795180000100 } from './1795180000100-follow-rag-forms';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [
  CreateCycleAndThemes1764000000001,
  CreateActionRegister1764000000002,
  SealRecord1795000000100,
  KeepRecordOfAccess1795000000110,
  KeepEvidenceFiles1795000000200,
  LockChildren1795000000310,
  FollowMergedChildren1795000000400,
  ShowActionsToNamed1795100000300,
  KeepIndicators1795120000200,
  FollowRagForms1795180000100,
];
