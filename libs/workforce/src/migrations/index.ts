import { CreateOrganisation1764000000001 } from './1764000000001-create-organisation';
import { CreateSupervision1764000000002 } from './1764000000002-create-supervision';
import { SealRecord1795000000100 } from './1795000000100-seal-record';
import { LockChildren1795000000310 } from './1795000000310-lock-children';
import { FollowMergedChildren1795000000400 } from './1795000000400-follow-merged-children';
import { KeepChildPlaces1795100000000 } from './1795100000000-keep-child-places';
import { CreatePosts1795130000000 } from './1795130000000-create-posts';
import { CreateHrParticulars1795130000010 } from './1795130000010-create-hr-particulars';
import { KeepWorkforceReturns1795130000020 } from './1795130000020-keep-workforce-returns';
import { CreateLearning1795130000030 } from './1795130000030-create-learning';
import { KeepLastSupervision1795150000000 } from './1795150000000-keep-last-supervision';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [
  CreateOrganisation1764000000001,
  CreateSupervision1764000000002,
  SealRecord1795000000100,
  LockChildren1795000000310,
  FollowMergedChildren1795000000400,
  KeepChildPlaces1795100000000,
  CreatePosts1795130000000,
  CreateHrParticulars1795130000010,
  KeepWorkforceReturns1795130000020,
  CreateLearning1795130000030,
  KeepLastSupervision1795150000000,
];
