export { writeWaitingAnswers, type WaitingAnswerSeed } from './answer/answer.writer';
export { keepVoiceSecret } from './answer/link-keys';
export type { ChildPlace } from './child/child-place';
export { keepPlaces as writeChildPlaces } from './child/child-place.writer';
export { writeIdentifiedResponses, type IdentifiedResponseSeed } from './identified-response/identified-response.writer';
export { publishedQuestionnaires, writeInvitations, type InvitationSeed } from './invitation/invitation.writer';
export { seedVoice } from './seed/seed-voice';
export { VOICE } from './subgraph';
export { writeViewsRecords, type ViewsRecordSeed } from './views/views.writer';
