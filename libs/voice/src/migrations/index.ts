import { CreateQuestionnaires1764000000001 } from './1764000000001-create-questionnaires';
import { CreateInvitations1764000000002 } from './1764000000002-create-invitations';
import { CreateAnswers1764000000003 } from './1764000000003-create-answers';
import { CreateViews1764000000004 } from './1764000000004-create-views';
import { SealRecord1795000000100 } from './1795000000100-seal-record';
import { LockChildren1795000000310 } from './1795000000310-lock-children';
import { FollowMergedChildren1795000000400 } from './1795000000400-follow-merged-children';
import { ReleaseAnswers1795110000000 } from './1795110000000-release-answers';
import { NoteOutcomes1795110000001 } from './1795110000001-note-outcomes';
import { AskForHelp1795110000002 } from './1795110000002-ask-for-help';
import { CountInvitations1795110000010 } from './1795110000010-count-invitations';
import { SumVisits1795120000100 } from './1795120000100-sum-visits';
import { KeepReleases1795120000101 } from './1795120000101-keep-releases';

/** In the order they run. A landed migration is never edited. */
export const MIGRATIONS = [
  CreateQuestionnaires1764000000001,
  CreateInvitations1764000000002,
  CreateAnswers1764000000003,
  CreateViews1764000000004,
  SealRecord1795000000100,
  LockChildren1795000000310,
  FollowMergedChildren1795000000400,
  ReleaseAnswers1795110000000,
  NoteOutcomes1795110000001,
  AskForHelp1795110000002,
  CountInvitations1795110000010,
  SumVisits1795120000100,
  KeepReleases1795120000101,
];
