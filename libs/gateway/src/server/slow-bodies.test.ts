import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { markRequest } from './request-marks';
import { limitBodies } from './slow-bodies';

/** What a server says to a sender who sends the head and half of the body, and then nothing. */
function half(server: FastifyInstance, path: string, patience: number): Promise<string> {
  const { port } = server.server.address() as AddressInfo;
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"a"`));
    socket.on('data', (piece) => (heard += piece.toString()));
    socket.on('close', () => resolve(heard));
    setTimeout(() => socket.destroy(), patience).unref();
  });
}

describe('A body that does not come', () => {
  const server = Fastify();
  let worked = 0;
  beforeAll(async () => {
    server.addHook('onRequest', (request, _reply, done) => (markRequest(request), done()));
    limitBodies(server, 50);
    server.post('/quick', () => void (worked += 1));
    server.post('/slow', { config: { slowBody: true } }, () => void (worked += 1));
    server.post('/working', async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { done: true };
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it('is given up, in our own words, and the connection with it', async () => {
    expect(await half(server, '/quick', 20_000)).toMatch(/^HTTP\/1.1 408 [\s\S]*connection: close[\s\S]*BAD_USER_INPUT/i);
    expect(worked).toBe(0);
  });

  it('is waited for where a file is expected', async () => {
    expect(await half(server, '/slow', 300)).toBe('');
  });

  it('is not held against work that takes long once it is there', async () => {
    expect((await server.inject({ method: 'POST', url: '/working', payload: {} })).json()).toEqual({ done: true });
  });
});
