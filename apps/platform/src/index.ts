export { loadDemonstration } from './demo';
export { readSettings, type PlatformSettings } from './environment';
export { gatewayOver, supergraph, verifierOf } from './gateway';
export { openGraph, type OpenGraph } from './graph';
export { startPlatform, type Platform } from './platform';
export { sharedSecret } from './secret';
export { STORES } from './stores';
export { DEFINITIONS, PUBLIC_FIELDS, subgraphSchemas } from './subgraphs';
export { signInPeople, type SignInPerson } from './people';
