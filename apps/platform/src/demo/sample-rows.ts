import { addDays } from '@qaf/calendar';
import { digestOf, draw, type FrameCase, GENERATOR, PLAN_TYPES } from '@qaf/casework';
import type { DemoChild } from './children';
import type { DemoOrganisation } from './organisation';
import { Random } from './random';
import type { Rows } from './rows';

const SIZE = 40;
const SEED = 20_180_401;
const AUDITED_WITHIN = 180;

/** Gathers the cases that are open on the last day, and draws the next month's sample from them: it waits to be given out. */
export class NextSample {
  private readonly frame: FrameCase[] = [];

  /** Takes up children, with the rows that their audits are among. */
  add(children: readonly DemoChild[], rows: Rows, asOf: string): void {
    const since = addDays(asOf, -AUDITED_WITHIN);
    const audits = rows.of('casework', 'audit') as { child_id: string; state: string; allocated_on: string }[];
    const lately = new Set(audits.filter((audit) => audit.state !== 'WITHDRAWN' && audit.allocated_on >= since).map((audit) => audit.child_id));
    for (const child of children) {
      const open = child.episodes.filter((episode) => episode.startedOn <= asOf && (episode.endedOn === null || episode.endedOn > asOf)).map((episode) => episode.kind as string);
      const plan = PLAN_TYPES.find((one) => open.includes(one));
      const team = child.allocations.find((one) => one.role === 'WORKER' && one.to === null)?.teamId ?? null;
      if (plan) this.frame.push({ key: child.id, team, plan, excluded: lately.has(child.id) ? 'AUDITED_LATELY' : null });
    }
  }

  rows(rows: Rows, organisation: DemoOrganisation, toolVersionId: string, asOf: string): void {
    // A chance of its own, so that what comes after stays as it was.
    const random = new Random(SEED);
    const holding = (role: string) => organisation.workers.filter((worker) => worker.leftOn === null && worker.roles.some((one) => one.role === role)).map((worker) => worker.id);
    const [drawer] = holding('qpa_officer');
    const drawn = draw(this.frame, { method: 'RANDOM', size: SIZE }, SEED);
    const places = new Map(drawn.keys.map((key, index) => [key, index + 1]));
    const id = random.uuid();
    rows.add('casework', 'sample', {
      id, title: 'Child Journey audits, next month', tool_version_id: toolVersionId, kind: 'CHILD_JOURNEY', with_worker: false, method: 'RANDOM', size: SIZE, quotas: null,
      plan_types: PLAN_TYPES, team_ids: [], audited_within_days: AUDITED_WITHIN, auditor_ids: holding('team_manager').toSorted(), seed: SEED, generator: GENERATOR,
      frame_size: this.frame.length, frame_digest: digestOf(this.frame), strata: drawn.strata, drawn_count: drawn.keys.length, drawn_on: asOf, drawn_by: drawer,
    });
    for (const { key, team, plan, excluded } of this.frame) {
      rows.add('casework', 'sample_case', { id: random.uuid(), sample_id: id, case_key: key, child_id: key, team_id: team, plan_type: plan, excluded, place: places.get(key) ?? null });
    }
  }
}
