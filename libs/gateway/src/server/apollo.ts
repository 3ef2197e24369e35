import { ApolloServer } from '@apollo/server';
import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { Viewer } from '@qaf/identity';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { isErrorCode } from '../errors/codes';
import { present } from '../errors/present';
import type { GraphExecutor } from '../execution/execute';
import { LIMITS } from '../operation/limits';
import './request-marks';
import { operationNameOf, requestScope } from './request-scope';

type GatewayInterface = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>['gateway']>;
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** What travels with one operation from the door to the subgraphs. */
export interface GatewayContext {
  viewer: Viewer;
  log: Logger;
  deadline: number;
  address: string;
}

/** Apollo Server around our executor; it keeps HTTP, parsing and the document cache, and leaves validation to us. */
export function apolloServer(schema: GraphQLSchema, execute: GraphExecutor, logger: Logger): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: gatewayOf(schema, execute),
    // Ours runs inside the executor: the standard rules quote values and suggest names.
    dangerouslyDisableValidation: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: silenced(logger),
    plugins: disabledPlugins(),
    formatError: (error) => {
      const request = requestScope.getStore();
      const presented = present(error, request?.id ?? '');
      const code = presented.extensions?.['code'];
      if (isErrorCode(code)) request?.codes.add(code);
      return presented;
    },
  });
}

function gatewayOf(schema: GraphQLSchema, execute: GraphExecutor): GatewayInterface {
  const executor: GatewayExecutor = async ({ document, operation, request, context }) => {
    const scope = requestScope.getStore();
    if (scope) scope.operationName = operationNameOf(operation?.name?.value);
    return execute({ document, operation, variables: request.variables ?? {}, ...(context as unknown as GatewayContext) });
  };
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  };
}

function disabledPlugins(): ApolloServerPlugin<GatewayContext>[] {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}

/** Apollo's own words can hold an error's message; that something happened is enough. */
function silenced(logger: Logger): { debug(): void; info(): void; warn(): void; error(): void } {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => logger.warn('the graph server has a warning'),
    error: () => logger.error('the graph server met an unexpected error'),
  };
}
