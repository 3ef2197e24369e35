import fc from 'fast-check';
import { globalId, uuidOf } from './global-id';

describe('An id of the graph', () => {
  it('reads back to the same uuid for its own type alone', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (uuid) => {
        expect(uuidOf('Child', globalId('Child', uuid))).toBe(uuid);
        expect(uuidOf('Worker', globalId('Child', uuid))).toBeNull();
      }),
    );
  });

  it('is null for anything else, and never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => uuidOf('Child', value) === null));
  });

  it('has one spelling', () => {
    const id = globalId('Child', '7d444840-9dc0-41d1-b245-5ffdce74fad2');
    expect(uuidOf('Child', `${id}=`)).toBeNull();
    expect(uuidOf('Child', Buffer.from('Child:7D444840-9DC0-41D1-B245-5FFDCE74FAD2').toString('base64url'))).toBeNull();
  });
});
