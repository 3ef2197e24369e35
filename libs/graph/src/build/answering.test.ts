import { Answering } from './answering';

describe('Whether a database answers', () => {
  it('is asked anew each time while it does', async () => {
    let asked = 0;
    const database = new Answering(() => Promise.resolve((asked += 1)));
    expect([await database.answers(), await database.answers(), asked]).toEqual([true, true, 2]);
  });

  it('is no when it refuses', async () => {
    expect(await new Answering(() => Promise.reject(new Error('gone'))).answers()).toBe(false);
  });

  it('is no while it stands still, which is asked once, and yes again when it goes on', async () => {
    let asked = 0;
    let goOn = (): void => undefined;
    const database = new Answering(() => ((asked += 1), new Promise<void>((resolve) => (goOn = resolve))), 5);
    expect([await database.answers(), await database.answers(), asked]).toEqual([false, false, 1]);
    goOn();
    await new Promise(setImmediate);
    const again = database.answers();
    goOn();
    expect([await again, asked]).toEqual([true, 2]);
  });
});
