import { machine } from '@qaf/identity';
import { Governance, VIEWERS } from '../governance.fixtures';
import { seedGovernance } from './seed';

describe('What the framework gives', () => {
  let governance: Governance;
  beforeAll(async () => void (governance = await Governance.open()), 60_000);
  afterAll(() => governance.close());

  it('holds twelve business years that follow on one another, seen by members too', async () => {
    const { data, errors } = await governance.ask(VIEWERS.lee, '{ businessYears { code startsOn endsBefore } businessYear(code: "2018-19") { startsOn endsBefore practicePriorities { code } } none: businessYear(code: "2031-32") { code } }');
    expect(errors).toEqual([]);
    expect(data.businessYears).toHaveLength(12);
    expect(data.businessYears[0]).toEqual({ code: '2027-28', startsOn: '2027-04-01', endsBefore: '2028-04-01' });
    expect(data.businessYears[11]).toEqual({ code: '2016-17', startsOn: '2016-04-01', endsBefore: '2017-04-01' });
    expect(data.businessYear).toEqual({
      startsOn: '2018-04-01',
      endsBefore: '2019-04-01',
      practicePriorities: ['plans-and-planning', 'management-oversight', 'assessments', 'meetings-and-reviews', 'visits'].map((code) => ({ code })),
    });
    expect(data.none).toBeNull();
  });

  it('keeps the five priorities in force until others are set, and has none before', async () => {
    const { data } = await governance.ask(
      VIEWERS.pavel,
      '{ now: practicePriorities { position title businessYear { code } } before: practicePriorities(businessYear: "2017-18") { code } nonsense: practicePriorities(businessYear: "zz") { code } one: practicePriority(code: "visits") { title } none: practicePriority(code: "x") { title } }',
    );
    // Today is in 2019-20, for which nothing was set.
    expect(data.now).toEqual([
      { position: 1, title: 'Plans and planning', businessYear: { code: '2018-19' } },
      { position: 2, title: 'Management oversight and supervision', businessYear: { code: '2018-19' } },
      { position: 3, title: 'Assessments', businessYear: { code: '2018-19' } },
      { position: 4, title: 'Meetings and reviews', businessYear: { code: '2018-19' } },
      { position: 5, title: 'Visits', businessYear: { code: '2018-19' } },
    ]);
    expect(data).toMatchObject({ before: [], nonsense: [], one: { title: 'Visits' }, none: null });
  });

  it('offers the themes that are in use on a day', async () => {
    await governance.rows(`update theme set valid_to = '2019-01-01' where code = 'neglect'`);
    const { data } = await governance.ask(VIEWERS.lee, '{ now: themes { code } then: themes(asOf: "2018-12-31") { code } before: themes(asOf: "2016-03-31") { code } theme(code: "neglect") { title validTo } }');
    expect(data.now).toHaveLength(21);
    expect(data.then).toHaveLength(22);
    expect(data.before).toEqual([]);
    expect(data.theme).toEqual({ title: 'Neglect', validTo: '2019-01-01' });
  });

  it('is written once, and what the authority changed stays', async () => {
    await governance.rows(`update practice_priority set title = 'Our own words' where code = 'visits'`);
    await governance.unit(machine('machine_import', 'again')).command(seedGovernance);
    const rows = await governance.rows(`select (select count(*)::int from business_year) as years, (select count(*)::int from theme) as themes, title from practice_priority where code = 'visits'`);
    expect(rows).toEqual([{ years: 12, themes: 22, title: 'Our own words' }]);
  });

  it('is not for everyone to write', async () => {
    const added = `insert into theme (code, title, description, valid_from) values ('mine', 'Mine', 'Mine', '2019-01-01')`;
    await expect(governance.asLogin(VIEWERS.pavel, added)).rejects.toMatchObject({ code: '42501' });
    await expect(governance.asLogin(VIEWERS.quinn, 'delete from theme')).rejects.toMatchObject({ code: '42501' });
  });

  it('shows partner agencies to everyone who signs in', async () => {
    await governance.rows(`insert into agency (code, name, kind) values ('river-police', 'River Valley Police', 'police'), ('acorn-trust', 'Acorn Health Trust', 'health')`);
    const { data } = await governance.ask(VIEWERS.lee, '{ agencies { id name kind } }');
    expect(data.agencies).toMatchObject([{ name: 'Acorn Health Trust', kind: 'health' }, { name: 'River Valley Police', kind: 'police' }]);
    const one = await governance.ask(VIEWERS.lee, 'query ($id: ID!) { agency(id: $id) { code } }', { id: data.agencies[1].id });
    expect(one.data.agency).toEqual({ code: 'river-police' });
  });
});
