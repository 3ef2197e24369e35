import { SnakeNaming, snakeCase } from './naming';

test.each([
  ['dueOn', 'due_on'],
  ['AuditTool', 'audit_tool'],
  ['isIROForm', 'is_iro_form'],
  ['section47', 'section47'],
  ['validFrom', 'valid_from'],
])('%s is written %s in the database', (name, written) => expect(snakeCase(name)).toBe(written));

test('an entity is called what it is, without the suffix of its class', () => {
  const naming = new SnakeNaming();
  expect(naming.tableName('AuditToolEntity', undefined)).toBe('audit_tool');
  expect(naming.tableName('AuditToolEntity', 'tool')).toBe('tool');
  expect(naming.columnName('startedOn', undefined, ['plan'])).toBe('plan_started_on');
  expect(naming.joinColumnName('keyWorker', 'id')).toBe('key_worker_id');
});
