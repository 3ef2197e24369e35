import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { SubgraphName } from '@qaf/database';
import { type GraphContext, Subgraph } from '@qaf/graph';
import { readViewer, VIEWER_TOKEN_BYTES } from '@qaf/identity';
import { DEFINITIONS } from '@qaf/platform';
import { standingAsked } from '@qaf/workforce';
import Fastify from 'fastify';
import { keepVoiceSecret } from '@qaf/voice';
import { keepEvidenceSecret } from '@qaf/governance';

/** One subgraph as Apollo Server serves it: our schema, resolvers, transaction and record, their server and executor. */
async function main(): Promise<void> {
  const name = process.argv[2] as SubgraphName;
  const { url, secret } = JSON.parse(process.env['BENCH_SETTINGS'] ?? '{}') as { url: string; secret: string };
  keepVoiceSecret(secret);
  keepEvidenceSecret(secret);
  const subgraph = await Subgraph.open(DEFINITIONS[name], { url });
  const apollo = new ApolloServer<GraphContext>({ schema: subgraph.schema, plugins: [transaction] });
  await apollo.start();
  const server = Fastify({ logger: false, http: { maxHeaderSize: VIEWER_TOKEN_BYTES + 16_384 } });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => {
        const viewer = await readViewer((request.headers.authorization ?? '').slice('Bearer '.length), { audience: name, secret });
        return { viewer, unit: subgraph.unit(viewer, 'bench'), now: new Date(), published: () => undefined };
      },
    }),
  });
  if (name === 'workforce') server.post('/standing', async (request) => ({ standing: await standingAsked(subgraph, (request.body as { subject: string }).subject, new Date()) }));
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  process.once('disconnect', () => process.exit(0));
  process.stdout.write(`${address}\n`);
}

/** Ends the fetch's transaction, and writes its record, before anything is given out. */
const transaction: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () => Promise.resolve({ willSendResponse: ({ contextValue }) => contextValue.unit.close() }),
};

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
