import { Load, type Pass } from './load';

describe('What a process takes on', () => {
  let now: number;
  let load: Load;
  const answers: string[] = [];
  const ask = (name: string): Promise<Pass | null> => load.enter().then((pass) => (answers.push(`${name} ${pass ? 'in' : 'refused'}`), pass));
  const settled = (): Promise<unknown> => new Promise(setImmediate);

  beforeEach(() => {
    now = 0;
    answers.length = 0;
    load = new Load({ mostInFlight: 4, longestLagMs: 500, mostAtWork: 2, longestWaitMs: 1_000, clock: () => now });
  });

  it('is so much at once, then each in its turn, and no more than can be in hand', async () => {
    const first = await ask('a');
    await ask('b');
    void ask('c');
    void ask('d');
    await ask('e');
    expect([answers, load.inFlight]).toEqual([['a in', 'b in', 'e refused'], 4]);
    first?.leave();
    await settled();
    expect([answers.slice(3), load.inFlight]).toEqual([['c in'], 3]);
  });

  it('is not what has waited too long, however much room there is by then', async () => {
    const first = await ask('a');
    await ask('b');
    void ask('c');
    now = 400;
    void ask('d');
    now = 1_001;
    first?.leave();
    await settled();
    expect([answers.slice(2), load.inFlight]).toEqual([['c refused', 'd in'], 2]);
  });

  it('goes on beside those who wait for something slow', async () => {
    await ask('a');
    const second = await ask('b');
    void ask('c');
    now = 501;
    load.look();
    await settled();
    expect([answers, load.inFlight]).toEqual([['a in', 'b in', 'c in'], 3]);
    // One that was slow leaves without making room twice.
    second?.leave();
    void ask('d');
    void ask('e');
    await settled();
    expect([answers.slice(3), load.inFlight]).toEqual([['d in'], 4]);
  });

  it('is nothing while the process is late, from the very moment on, and again when it has caught up', async () => {
    load.start();
    load.stop();
    now = 551;
    await ask('a');
    load.look();
    // Late by 501, then by nothing; half of it is remembered.
    now = 601;
    load.look();
    await ask('b');
    expect(answers).toEqual(['a refused', 'b in']);
  });
});
