import { PEOPLE } from '../voice.fixtures';
import { consentReaches } from './identified-response.rules';

const ASH = { workerId: PEOPLE.wren.personId, teamId: PEOPLE.northManager.teams[0] ?? null, iroId: PEOPLE.iris.personId };
const everyone = Object.entries(PEOPLE);

function reached(consent: { sharedWithManagers: boolean; sharedWithQuality: boolean }, place = ASH): string[] {
  return everyone.filter(([, viewer]) => consentReaches(viewer, place, consent)).map(([name]) => name);
}

test('a child who shares with no one is known to the worker and the reviewing officer alone', () => {
  expect(reached({ sharedWithManagers: false, sharedWithQuality: false })).toEqual(['wren', 'iris']);
});

test('shared with managers it reaches the team’s managers and seniors, the line above and the Principal IRO', () => {
  expect(reached({ sharedWithManagers: true, sharedWithQuality: false })).toEqual(['wren', 'iris', 'northManager', 'northSenior', 'headOfService', 'principalIro']);
});

test('shared with quality it reaches the PSW and QPA', () => {
  expect(reached({ sharedWithManagers: false, sharedWithQuality: true })).toEqual(['wren', 'iris', 'psw', 'qpa']);
});

test('a child with nobody yet is known only to those whom the consent names for the whole authority', () => {
  expect(reached({ sharedWithManagers: true, sharedWithQuality: true }, { workerId: null, teamId: null, iroId: null } as never)).toEqual(['principalIro', 'psw', 'qpa']);
});
