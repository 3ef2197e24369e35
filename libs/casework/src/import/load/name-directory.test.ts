import { nameDirectory } from './name-directory';

describe('a directory of names', () => {
  test('knows a name however it is spaced and written', () => {
    const directory = nameDirectory([{ id: '1', name: 'Siân  O’Hara ' }]);
    expect([...directory]).toEqual([["siân o'hara", '1']]);
  });

  test('a name that two bear tells nobody', () => {
    expect(nameDirectory([{ id: '1', name: 'Jo Twice' }, { id: '2', name: 'JO TWICE' }, { id: '3', name: 'jo twice' }]).get('jo twice')).toBeNull();
  });
});
