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
      rows.add('voice', 'invitation', {
        id: random.uuid(), child_id: child.id, questionnaire_version_id: version, audience, reason: 'CP_PLAN_ENDED', subject_id: subject, raised_on: episode.endedOn, ...placeOf(child),
        mode, given_on: mode ? episode.endedOn : null,
      });
    }
  }
}
