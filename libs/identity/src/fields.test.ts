import { CLASSES, coveredBy, type FieldClass, FIELDS, rolesCovered, sees } from './fields';
import { ROLES, type Role } from './roles';
import { nobody, type Viewer } from './viewer';

function person(...roles: Role[]): Viewer {
  return { ...nobody('r-1'), grants: roles.map((role) => ({ role, scope: 'authority', scopeId: null })) };
}

const seenBy = (fields: FieldClass): Role[] => ROLES.filter((role) => sees(person(role), fields));

test('nobody sees what is public, and nothing else', () => {
  expect((Object.keys(CLASSES) as FieldClass[]).filter((one) => sees(nobody('r-1'), one))).toEqual(['public']);
});

test.each<[FieldClass, Role[]]>([
  ['record-of-access', ['information_governance_officer']],
  ['lock', ['head_of_service', 'director']],
  ['import-name', ['principal_social_worker', 'qpa_officer', 'machine_import']],
  ['emergency', ['team_manager', 'service_manager', 'head_of_service', 'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager', 'information_governance_officer']],
])('%s is for %j', (fields, roles) => expect(seenBy(fields)).toEqual(roles));

test.each<Role>(['lead_member', 'elected_member', 'board_chair', 'partner_member', 'sscb_subgroup_member'])('%s sees the organisation alone', (role) => {
  expect((Object.keys(CLASSES) as FieldClass[]).filter((one) => sees(person(role), one))).toEqual(['public', 'organisation']);
});

test('the administrator sees accounts and imports, and no record of a person', () => {
  expect((Object.keys(CLASSES) as FieldClass[]).filter((one) => sees(person('administrator'), one))).toEqual(['public', 'organisation', 'directory', 'import']);
});

test('a second role adds to the first', () => {
  expect(sees(person('hr_officer'), 'casework')).toBe(false);
  expect(sees(person('hr_officer', 'qpa_officer'), 'casework')).toBe(true);
});

test('a class covers another when all who see the one see the other', () => {
  expect([coveredBy('casework', 'directory'), coveredBy('directory', 'casework'), coveredBy('public', 'organisation'), coveredBy('record-of-access', 'public')]).toEqual([true, false, false, true]);
  expect([rolesCovered(['director'], 'lock'), rolesCovered(['director', 'iro'], 'lock'), rolesCovered(null, 'lock')]).toEqual([true, false, false]);
});

test('a field is never for more than its type', () => {
  for (const { class: all, but } of Object.values(FIELDS)) for (const one of Object.values(but)) expect([one, coveredBy(one, all)]).toEqual([one, true]);
});
