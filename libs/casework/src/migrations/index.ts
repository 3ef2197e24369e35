import { CreateChildren1764000002001 } from './1764000002001-create-children';
import { CreateAuditTools1764000002002 } from './1764000002002-create-audit-tools';
import { CreateAudits1764000002003 } from './1764000002003-create-audits';
import { CreateImportRecord1764000002004 } from './1764000002004-create-import-record';
import { KeepWhatVisitsTold1764000002005 } from './1764000002005-keep-what-visits-told';
import { SealRecord1795000000100 } from './1795000000100-seal-record';
import { LockChildren1795000000310 } from './1795000000310-lock-children';
import { MendChildren1795000000400 } from './1795000000400-mend-children';
import { ShowAuditsToNamed1795100000100 } from './1795100000100-show-audits-to-named';
import { SumGrades1795120000000 } from './1795120000000-sum-grades';
import { KeepReleases1795120000001 } from './1795120000001-keep-releases';
import { ShowToolsToReports1795120000002 } from './1795120000002-show-tools-to-reports';
import { KeepWhoAnswered1795140000000 } from './1795140000000-keep-who-answered';
import { DesignAuditTools1795140000010 } from './1795140000010-design-audit-tools';
import { DrawSamples1795140000020 } from './1795140000020-draw-samples';
import { LoosenSampleChecks1795140000021 } from './1795140000021-loosen-sample-checks';
import { KeepRagForms1795180000000 } from './1795180000000-keep-rag-forms';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [
  CreateChildren1764000002001,
  CreateAuditTools1764000002002,
  CreateAudits1764000002003,
  CreateImportRecord1764000002004,
  KeepWhatVisitsTold1764000002005,
  SealRecord1795000000100,
  LockChildren1795000000310,
  MendChildren1795000000400,
  ShowAuditsToNamed1795100000100,
  SumGrades1795120000000,
  KeepReleases1795120000001,
  ShowToolsToReports1795120000002,
  KeepWhoAnswered1795140000000,
  DesignAuditTools1795140000010,
  DrawSamples1795140000020,
  LoosenSampleChecks1795140000021,
  KeepRagForms1795180000000,
];
