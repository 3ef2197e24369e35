export { createGateway } from './server/create-gateway';
export type { GatewayOptions } from './server/create-gateway';
export type { ViewerHeaders, ViewerOf } from './server/graph-route';
export { SubgraphTimeout, SubgraphUnavailable } from './transport/transport';
export type { SubgraphRequest, SubgraphTransport } from './transport/transport';
export { apiSchemaOf } from './schema/api-schema';
