export { keepVoiceSecret } from './answer/link-keys';
export { VOICE } from './subgraph';
export { seedVoice } from './seed/seed-voice';
