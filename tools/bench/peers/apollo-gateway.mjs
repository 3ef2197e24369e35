// Stock Apollo Gateway over the subgraphs, with the signed viewer on each fetch.
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { addressed, ready, signViewer, viewers } from './viewer.mjs';

const settings = JSON.parse(process.env.BENCH_SETTINGS);
const viewerOf = viewers({ dataDir: settings.dataDir, workforce: settings.subgraphs.workforce, secret: settings.secret });

class Signed extends RemoteGraphQLDataSource {
  async willSendRequest({ request, context }) {
    if (!context.viewer) return;
    context.signed ??= {};
    context.signed[this.name] ??= signViewer(context.viewer, { audience: this.name, secret: settings.secret });
    request.http.headers.set('authorization', `Bearer ${await context.signed[this.name]}`);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: addressed(readFileSync(settings.supergraph, 'utf8'), settings.subgraphs),
  buildService: ({ name, url }) => Object.assign(new Signed({ url }), { name }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => ({ viewer: await viewerOf(req.headers.authorization) }),
});
ready(`${url.replace(/\/$/, '')}/graphql`);
