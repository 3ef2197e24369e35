import { eventTable } from './event-table';

test('what failed stands first, and nothing is said when nothing waits', () => {
  expect(eventTable([])).toBe('No event waits.\n');
  expect(
    eventTable([
      { from: 'casework', type: 'casework.cp-plan.ended.v1', to: 'voice', state: 'created', count: 12 },
      { from: 'workforce', type: 'workforce.worker.left.v1', to: 'governance', state: 'failed', count: 1 },
      { from: 'voice', type: 'voice.invitation.raised.v1', to: null, state: 'unrouted', count: 3 },
    ]),
  ).toBe(
    [
      'from       type                        to          state     count',
      'workforce  workforce.worker.left.v1    governance  failed    1',
      'casework   casework.cp-plan.ended.v1   voice       created   12',
      'voice      voice.invitation.raised.v1  nobody      unrouted  3',
      '',
    ].join('\n'),
  );
});
