import { GraphQLError } from 'graphql';
import { AUDIT_ROWS, testGraph } from '../gateway.fixtures';
import type { Asked } from '../gateway.fixtures';

const told = (asked: Asked): unknown[] => (asked.body.errors ?? []).map((error) => [error.extensions.code, error.path?.join('.')]);

describe('A null where the schema allows none', () => {
  it('empties the nearest place that may be empty, with the one error that its subgraph gave', async () => {
    const refuse = (): never => {
      throw new Error('lost');
    };
    const { ask, gateway } = await testGraph({ staff: { Worker: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Worker', id }), name: ({ id }: { id: string }) => (id === 'w1' ? refuse() : 'Ben Moss') } } });
    const asked = await ask('{ audits { id worker { id name } } }');
    expect(asked.status).toBe(200);
    expect(asked.body.data).toEqual({ audits: [{ id: 'a1', worker: null }, { id: 'a2', worker: { id: 'w2', name: 'Ben Moss' } }] });
    expect(told(asked)).toEqual([['INTERNAL', 'audits.0.worker.name']]);
    await gateway.close();
  });

  it('is none of an entity that its owner hides: it reads as one that never was, without an error', async () => {
    const { ask, gateway } = await testGraph({ staff: { Worker: { __resolveReference: ({ id }: { id: string }) => (id === 'w1' ? null : { __typename: 'Worker', id, name: 'Ben Moss' }) } } });
    const asked = await ask('{ audits { id worker { id name load } } }');
    expect(asked.body).toEqual({ data: { audits: [{ id: 'a1', worker: null }, { id: 'a2', worker: { id: 'w2', name: 'Ben Moss', load: 4 } }] } });
    await gateway.close();
  });

  it('climbs through lists and required places to the root’s field, and no further: other parts keep their answers', async () => {
    const { ask, gateway } = await testGraph({ staff: { Worker: { __resolveReference: () => null } } });
    const asked = await ask('{ audits { lead { name } } workers { id } }');
    expect(asked.body.data).toEqual({ audits: null, workers: [{ id: 'w1' }, { id: 'w2' }] });
    expect(told(asked)).toEqual([['INTERNAL', 'audits.0.lead']]);
    await gateway.close();
  });

  it('leaves an entity that a subgraph does not show with its empty fields, and no error', async () => {
    const { ask, gateway } = await testGraph({ staff: { Worker: { __resolveReference: () => null } } });
    const asked = await ask('{ audits { worker { id startedOn note standard } } }');
    expect(asked.body).toEqual({ data: { audits: ['w1', 'w2'].map((id) => ({ worker: { id, startedOn: null, note: null, standard: null } })) } });
    await gateway.close();
  });

  it('adds no second error to the one that a subgraph gave', async () => {
    const refuse = (): never => {
      throw new GraphQLError('Your roles do not allow this.', { extensions: { code: 'FORBIDDEN' } });
    };
    const { ask, gateway } = await testGraph({ audits: { Worker: { __resolveReference: (row: object) => row, load: refuse } } });
    const asked = await ask('{ worker(id: "w1") { name load } workers { id } }');
    expect(asked.body.data).toEqual({ worker: null, workers: [{ id: 'w1' }, { id: 'w2' }] });
    expect(told(asked)).toEqual([['FORBIDDEN', 'worker.load']]);
    await gateway.close();
  });

  it('hides what is inaccessible, also where a subgraph sends it', async () => {
    const { ask, gateway } = await testGraph({ staff: { Query: { worker: () => ({ id: 'w1', name: 'Ada', standard: 'SECRET' }) } } });
    expect((await ask('{ worker(id: "w1") { standard } }')).body.data).toEqual({ worker: { standard: null } });
    await gateway.close();
  });

  it('tells an answer that is not of the declared shape', async () => {
    const graph = await testGraph();
    graph.audits.instead = () => Promise.resolve({ data: { audits: 'none' } });
    const asked = await graph.ask('{ workers { id } audits { id } }');
    expect(asked.body.data).toEqual({ workers: [{ id: 'w1' }, { id: 'w2' }], audits: null });
    expect(told(asked)).toEqual([['INTERNAL', 'audits']]);
    await graph.gateway.close();
    expect(AUDIT_ROWS).toHaveLength(2);
  });
});
