import type { DemoChild } from './children';
import { placeOf } from './journey-rows';
import type { Random } from './random';
import type { Rows } from './rows';

/** The published questionnaire versions for the end of a CP plan, by audience. */
export type Questionnaires = Partial<Record<'CHILD' | 'PARENT', string>>;

/** An invitation to child and parent for each CP plan that ended. */
export function invitationRows(rows: Rows, child: DemoChild, questionnaires: Questionnaires, random: Random): void {
  for (const episode of child.episodes.filter((one) => one.kind === 'CP' && one.endedOn !== null)) {
    const subject = random.uuid();
    for (const audience of ['CHILD', 'PARENT'] as const) {
      const version = questionnaires[audience];
      if (!version) continue;
      const mode = random.weighted([['LINK', 45], ['PAPER', 15], ['INTERVIEW', 10], [null, 30]] as const);
      const id = random.uuid();
      rows.add('voice', 'invitation', {
        id, child_id: child.id, questionnaire_version_id: version, audience, reason: 'CP_PLAN_ENDED', subject_id: subject, raised_on: episode.endedOn, ...placeOf(child),
        mode, given_on: mode ? episode.endedOn : null, links_given: mode === 'LINK' ? 1 : 0,
        ...saidOf(id, audience, mode !== null), ...outcomeOf(id, mode === null, episode.endedOn),
      });
    }
  }
}

const BANDS = ['UNDER_8', '8_TO_11', '12_TO_15', '16_AND_OVER'];

/** By the invitation's own number, so that it draws on no chance that others draw on. */
function digit(id: string, at: number): number {
  return Number.parseInt(id[at] ?? '0', 16);
}

function saidOf(id: string, audience: string, given: boolean): { age_band: string | null; language: string | null } {
  return { age_band: given && audience === 'CHILD' ? (BANDS[digit(id, 0) % 4] as string) : null, language: given ? (digit(id, 1) < 2 ? 'pl' : 'en') : null };
}

/** Of those never given, some would rather not and some were not asked; of the rest nobody has said. */
function outcomeOf(id: string, open: boolean, endedOn: string | null): { outcome: string | null; outcome_reason: string | null; outcome_on: string | null } {
  const [outcome, outcome_reason] = digit(id, 2) < 5 ? ['NOT_OFFERED', 'NOT_REACHED'] : digit(id, 2) < 9 ? ['DECLINED', 'NO_REASON_GIVEN'] : [null, null];
  return open && outcome ? { outcome, outcome_reason: outcome_reason ?? null, outcome_on: endedOn } : { outcome: null, outcome_reason: null, outcome_on: null };
}
