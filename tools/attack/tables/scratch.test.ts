import { protectRelease, type ReleaseMade, hiddenShareOf } from '@qaf/statistics';
import { judge } from './judge';
import { authorityOf, counted } from './authority.fixtures';

test('scratch', async () => {
  const from = Number(process.env['FROM'] ?? 0), n = Number(process.env['N'] ?? 20);
  let refused = 0, made = 0, shares = 0, solves = 0; let attackMs = 0, caught = 0; let worst = [0, 0];
  const cpu = process.cpuUsage().user;
  for (let seed = from; seed < from + n; seed++) {
    const a = authorityOf(seed);
    const s = a.statistic.insiders.some((i) => i.kind === 'OWN');
    const earlier: ReleaseMade[] = [];
    const out: string[] = [];
    for (const r of a.rounds) {
      const c0 = process.cpuUsage().user;
      const input = { period: r.period, quarters: r.quarters, members: a.members, finest: counted(r.known).map((f) => (s ? f : { ...f, own: {} })) };
      const p = await protectRelease(a.statistic, input, r.quarters.length > 1 ? earlier : earlier.filter((e) => e.period === r.period));
      const ms = (process.cpuUsage().user - c0) / 1000;
      if (ms > worst[0]!) worst = [ms, seed];
      if (p.kind === 'UNPROTECTED') { refused++; out.push(`${r.period} REFUSED ${ms.toFixed(0)}`); continue; }
      made++; const h = hiddenShareOf(p.cells); shares += h; solves += p.solves;
      out.push(`${r.period} ${p.cells.length} ${(100 * h).toFixed(0)}% ${p.solves} ${ms.toFixed(0)}ms`);
      earlier.push({ ...input, lattice: a.statistic, cells: p.cells });
    }
    const c1 = process.cpuUsage().user;
    const j = await judge(a.statistic, earlier);
    attackMs += (process.cpuUsage().user - c1) / 1000; caught += j.caught.length;
    out.push(`attackers ${j.attackers} secrets ${j.secrets} caught ${j.caught.length} in ${((process.cpuUsage().user - c1) / 1000).toFixed(0)}ms`);
    if (j.caught.length) console.log('CAUGHT', seed, JSON.stringify(j.caught.slice(0, 3).map(({ secret, ...x }) => ({ ...x, what: secret.what, n: secret.parts.length }))));
    if (process.env['SAY']) console.log(seed, a.statistic.tables.length, a.statistic.allAlike, a.statistic.measure.categories.length, a.statistic.insiders.map((i) => i.kind === 'OWN' ? 'own' : i.level).join(), a.members['organisation']!.length, out.join(' | '));
  }
  console.log({ caught, attackMs, made, refused, hidden: shares / made, solves, worst, cpu: (process.cpuUsage().user - cpu) / 1e6 });
}, 600_000);
