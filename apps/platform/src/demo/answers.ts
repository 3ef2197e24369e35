import { addDays, quarterOf } from '@qaf/calendar';
import { machine } from '@qaf/identity';
import { releaseAnswers, type WaitingAnswerSeed, writeWaitingAnswers } from '@qaf/voice';
import type { OpenGraph } from '../graph';
import type { Random } from './random';

interface Asked {
  versionId: string;
  audience: string;
  key: string;
  kind: string;
  options: string[];
}

interface Given {
  versionId: string;
  givenOn: string;
  language: string | null;
  ageBand: 'UNDER_8' | '8_TO_11' | '12_TO_15' | '16_AND_OVER' | null;
}

const QUARTERS_BACK = 4;
const WORDS = ['She listened to me.', 'Fewer people in the room.', 'Somebody rang when they said they would.', 'More time to talk.', 'Nothing, it was fine.', 'To know what comes next.'];

/**
 * Anonymous answers to the links of the last year and a bit: those of quarters that have ended are released as they would
 * have been, those of the quarter that runs wait. Answers how many were laid down.
 */
export async function loadAnswers(graph: OpenGraph, random: Random, asOf: string): Promise<number> {
  const unit = (role: 'machine_import' | 'machine_report') => graph.subgraphs.voice.unit(machine(role, 'demonstration'), 'demonstration');
  const running = quarterOf(asOf);
  let first = running;
  for (let back = 0; back < QUARTERS_BACK; back += 1) first = quarterOf(addDays(first.startsOn, -1));
  const [asked, given] = await unit('machine_import').command(async (tx) => [
    await tx.query<Asked>(`select k.version_id as "versionId", n.audience, k.key, k.kind, k.options from questionnaire_question k
      join questionnaire_version v on v.id = k.version_id and v.state = 'PUBLISHED' join questionnaire n on n.id = v.questionnaire_id order by k.version_id, k.position`),
    await tx.query<Given>(`select i.questionnaire_version_id as "versionId", i.given_on as "givenOn", i.language, i.age_band as "ageBand" from invitation i
      where i.mode = 'LINK' and i.given_on >= $1 and i.given_on <= $2 order by i.given_on, i.id`, [first.startsOn, asOf]),
  ] as const);
  let count = 0;
  for (let quarter = first; quarter.startsOn <= running.startsOn; quarter = quarterOf(quarter.endsBefore)) {
    const rows = given.filter(({ givenOn }) => quarterOf(givenOn).code === quarter.code && random.chance(900)).map((one) => answered(one, quarter.code, asked, random));
    await unit('machine_import').command((tx) => writeWaitingAnswers(tx, rows));
    count += rows.length;
    if (quarter.code !== running.code) await releaseAnswers(() => unit('machine_report'), new Date(`${quarter.endsBefore}T03:00:00Z`));
  }
  return count;
}

function answered({ versionId, language, ageBand }: Given, period: string, asked: readonly Asked[], random: Random): WaitingAnswerSeed {
  const answers = asked.filter((one) => one.versionId === versionId).flatMap((one) => answerTo(one, random));
  return { questionnaireVersionId: versionId, period, sheet: { language: 'en', variant: 'STANDARD', mode: 'LINK', ageBand, offeredLanguage: language, answers } };
}

function answerTo({ key, kind, options }: Asked, random: Random): { key: string; value?: string; text?: string }[] {
  if (kind === 'TEXT') return random.chance(300) ? [{ key, text: random.pick(WORDS) }] : [];
  if (kind === 'CHOICE') return [{ key, value: random.pick(options) }];
  const value = kind === 'YES_NO' ? random.weighted([['YES', 72], ['NOT_SURE', 16], ['NO', 12]] as const) : random.weighted([['5', 36], ['4', 30], ['3', 18], ['2', 10], ['1', 6]] as const);
  return [{ key, value }];
}
