export { keepVoiceSecret } from './answer/link-keys';
export { VOICE } from './subgraph';
