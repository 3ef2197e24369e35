import { stub, type SubgraphDefinition, withSlices } from '@qaf/graph';
import { AnswerResolver } from './answer/answer.resolver';
import { childChanged, childrenChanged } from './child/child-place.events';
import { ChildResolver } from './child/child.resolver';
import { Child } from './child/child.type';
import { IdentifiedResponseRow } from './identified-response/identified-response.entity';
import { identifiedResponseById } from './identified-response/identified-response.queries';
import { IdentifiedResponseResolver, RecordIdentifiedResponseResolver, WithdrawConsentResolver } from './identified-response/identified-response.resolver';
import { GiveInvitationLinkSuccessResolver, RecordInvitationOutcomeResolver } from './invitation/invitation-success.resolver';
import { InvitationRow } from './invitation/invitation.entity';
import { cpPlanEnded } from './invitation/invitation.events';
import { invitationById } from './invitation/invitation.queries';
import { InvitationResolver } from './invitation/invitation.resolver';
import { MIGRATIONS } from './migrations';
import { SEEN_ALONE_ROLL_UPS } from './migrations/seen-alone-roll-ups';
import { PracticePriorityResolver } from './practice-priority/practice-priority.resolver';
import { PracticePriority } from './practice-priority/practice-priority.type';
import { PublishQuestionnaireVersionResolver, RetireQuestionnaireVersionResolver } from './questionnaire/publication.resolver';
import { QuestionResolver } from './questionnaire/question.resolver';
import { QuestionnaireVersionRow } from './questionnaire/questionnaire.entity';
import { questionById, questionnaireById, questionnaireVersionById } from './questionnaire/questionnaire.queries';
import { QuestionnaireResolver, QuestionnaireVersionResolver } from './questionnaire/questionnaire.resolver';
import { SLICES } from './slices';
import { ViewsRecordRow } from './views/views.entity';
import { viewsImported } from './views/views.events';
import { viewsRecordById } from './views/views.queries';
import { ViewsResolver } from './views/views.resolver';
import { ChangeViewsSuccessResolver, RecordViewsSuccessResolver } from './views/views-success.resolver';

/** What children and families say: asked in questionnaires, heard in the work. */
export const VOICE: SubgraphDefinition = withSlices({
  name: 'voice',
  resolvers: [
    QuestionnaireResolver,
    QuestionnaireVersionResolver,
    QuestionResolver,
    PublishQuestionnaireVersionResolver,
    RetireQuestionnaireVersionResolver,
    PracticePriorityResolver,
    InvitationResolver,
    GiveInvitationLinkSuccessResolver,
    RecordInvitationOutcomeResolver,
    AnswerResolver,
    IdentifiedResponseResolver,
    RecordIdentifiedResponseResolver,
    WithdrawConsentResolver,
    ViewsResolver,
    RecordViewsSuccessResolver,
    ChangeViewsSuccessResolver,
    ChildResolver,
  ],
  types: [Child, PracticePriority],
  references: {
    Questionnaire: (unit, id) => unit.load(questionnaireById, id),
    QuestionnaireVersion: (unit, id) => unit.load(questionnaireVersionById, id),
    QuestionnaireQuestion: (unit, id) => unit.load(questionById, id),
    Invitation: (unit, id) => unit.load(invitationById, id),
    IdentifiedResponse: (unit, id) => unit.load(identifiedResponseById, id),
    ViewsRecord: (unit, id) => unit.load(viewsRecordById, id),
    PracticePriority: (_unit, code) => Promise.resolve({ id: code, code }),
    Child: stub,
    Worker: stub,
    Team: stub,
  },
  store: { name: 'voice', entities: [QuestionnaireVersionRow, InvitationRow, IdentifiedResponseRow, ViewsRecordRow], migrations: MIGRATIONS, rollUps: SEEN_ALONE_ROLL_UPS },
  handlers: {
    'casework.cp-plan.ended.v1': cpPlanEnded,
    'casework.views.imported.v1': viewsImported,
    'casework.child.changed.v1': childChanged,
    'casework.children.changed.v1': childrenChanged,
  },
  onRecord: {
    personal: ['ViewsRecord', 'Invitation', 'IdentifiedResponse', 'Child'],
    changes: [],
    open: ['Questionnaire', 'QuestionnaireVersion', 'QuestionnaireQuestion', 'Worker', 'Team'],
  },
}, SLICES);
