import { ACTS, may, PUBLIC_ACTS } from './permissions';
import type { Act } from './permissions';
import { ROLES } from './roles';
import type { Role } from './roles';
import { nobody } from './viewer';
import type { Viewer } from './viewer';

const acts = Object.keys(ACTS) as Act[];

function person(...roles: Role[]): Viewer {
  return { ...nobody('r-1'), personId: '5b1f4b2e-6c0a-4c55-8a57-0c6f3b1d2e3f', grants: roles.map((role) => ({ role, scope: 'authority', scopeId: null })) };
}

/** The acts that touch the record of one child or one worker. */
const personal = acts.filter((name) => /^(child|views|audit|supervision|invitation|response|action)\./.test(name));

test('nobody, and a person without a role, may do the public acts and no other', () => {
  expect(PUBLIC_ACTS).toEqual(['questionnaire.open', 'questionnaire.answer', 'help.ask']);
  expect(acts.filter((name) => may(nobody('r-1'), name))).toEqual(PUBLIC_ACTS);
  expect(acts.filter((name) => may(person(), name))).toEqual(PUBLIC_ACTS);
});

test.each<Role>(['lead_member', 'elected_member', 'board_chair', 'partner_member', 'impact_member', 'sscb_subgroup_member', 'administrator'])(
  '%s meets no child’s and no worker’s record',
  (role) => expect(personal.filter((name) => may(person(role), name))).toEqual([]),
);

test.each<Role>(['chief_executive', 'hr_officer', 'complaints_manager', 'information_governance_officer', 'survey_moderator'])(
  '%s reads neither children, nor audits, nor supervision',
  (role) => expect(['child.read', 'audit.read', 'supervision.read', 'views.read', 'invitation.read'].filter((name) => may(person(role), name as Act))).toEqual([]),
);

test('the administrator runs imports and proposes settings, but approves none and reads no record of access', () => {
  const asked = ['import.run', 'setting.propose', 'setting.approve', 'record-of-access.read', 'employment.change'] as const;
  expect(asked.filter((name) => may(person('administrator'), name))).toEqual(['import.run', 'setting.propose']);
});

test('a machine that handles events may run no import, and the one that imports may handle none', () => {
  expect(may(person('machine_event'), 'import.run')).toBe(false);
  expect(may(person('machine_event'), 'child.import')).toBe(false);
  expect(may(person('machine_import'), 'event.handle')).toBe(false);
});

test.each<[Act, Role[]]>([
  ['record-of-access.read', ['information_governance_officer']],
  ['record-of-access.receive', ['machine_record']],
  ['audit-tool.publish', ['principal_social_worker', 'qpa_officer']],
  ['questionnaire.publish', ['principal_social_worker', 'qpa_officer']],
  ['audit.moderate', ['principal_iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer']],
  ['child.import', ['machine_import']],
  ['child.mend', ['principal_social_worker', 'qpa_officer']],
  ['child.lock', ['head_of_service', 'director']],
  ['comment.moderate', ['survey_moderator']],
  ['help.answer', ['compass_service_manager', 'principal_social_worker']],
  ['event.handle', ['machine_event']],
  ['setting.approve', ['director', 'principal_social_worker']],
])('%s is for %j and no one else', (name, roles) => {
  expect(ROLES.filter((role) => may(person(role), name))).toEqual(roles);
});

test('a practitioner completes the checklist but does not grade, moderate or verify', () => {
  const held = ['audit.checklist', 'audit.grade', 'audit.moderate', 'action.verify', 'supervision.read', 'supervision.record'] as const;
  expect(held.filter((name) => may(person('practitioner'), name))).toEqual(['audit.checklist', 'supervision.read']);
});

test('a second role adds to the first', () => {
  expect(may(person('practitioner', 'qpa_officer'), 'audit.moderate')).toBe(true);
});

test('every act says what it is, and names a role or is public', () => {
  for (const name of acts) {
    expect(ACTS[name].says).toMatch(/^[a-z].*[^.]$/);
    expect(ACTS[name].roles.length > 0).toBe(!PUBLIC_ACTS.includes(name));
  }
});
