import { quarterOf, todayInLondon } from '@qaf/calendar';
import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, type Refusal, refuse } from '@qaf/graph';
import type { AnswerQuestionnaireInput } from './answer.inputs';
import { answered, answerFault, helpIsDue } from './answer.rules';
import { askedOf, isSpent, openByToken, readOpened } from './open-questionnaire.queries';
import { type AnswerSheet, sealed, type SealedSheet, TooLongToSeal } from './sealing';
import { opened as openedToken, spentHash } from './token';

/** Takes in anonymous answers: the token is spent and the sealed sheet laid down together, or neither. */
export async function answerQuestionnaire(tx: CommandTransaction, input: AnswerQuestionnaireInput, now: Date): Promise<{ __typename: string; received: boolean; help: string | null }> {
  const versionId = await openByToken(tx, input.token);
  if (!versionId) throw refuse('QuestionnaireTokenInvalid', 'This link opens nothing. Check that it is complete.', ['token']);
  const opened = await readOpened(tx, versionId, input);
  if (!opened) throw inputInvalid(['language'], 'The questionnaire is not offered in this language and variant.');
  const asked = askedOf(opened);
  const fault = answerFault(asked, input.answers);
  if (fault?.kind === 'MISSING') throw refuse('QuestionnaireAnswerMissing', fault.message, fault.path);
  if (fault) throw inputInvalid(fault.path, fault.message);
  if (await isSpent(tx, input.token)) throw alreadySpent();
  await spend(tx, input.token);
  const period = quarterOf(todayInLondon(now)).code;
  const sheet = sealedOrRefused(sheetOf(input), versionId, period);
  await tx.query('insert into waiting_answer (questionnaire_version_id, answers, period) values ($1, $2, $3)', [versionId, JSON.stringify(sheet), period]);
  return { __typename: 'AnswerQuestionnaireSuccess', received: true, help: helpIsDue(asked, input.answers) ? opened.wording.help : null };
}

function sheetOf({ token, language, variant, answers }: AnswerQuestionnaireInput): AnswerSheet {
  const { mode = null, ageBand = null, language: offeredLanguage = null } = openedToken(token)?.offered ?? {};
  return { language, variant, mode, ageBand, offeredLanguage, answers: answered(answers) };
}

/** Every sheet waits at one length; words that do not fit are too many, whoever wrote them. */
function sealedOrRefused(sheet: AnswerSheet, versionId: string, period: string): SealedSheet {
  try {
    return sealed(sheet, versionId, period);
  } catch (error) {
    throw error instanceof TooLongToSeal ? inputInvalid(['answers'], 'All answers together are too long. Say some of it in fewer words.') : error;
  }
}

/** The primary key decides between two that spend one token at once. */
async function spend(tx: CommandTransaction, token: string): Promise<void> {
  try {
    await tx.query('insert into spent_token (hash) values ($1)', [spentHash(token)]);
  } catch (error) {
    throw breaks(error, 'spent_token_pkey') ? alreadySpent() : error;
  }
}

function alreadySpent(): Refusal {
  return refuse('QuestionnaireTokenSpent', 'This link was used already. The answers have arrived.', ['token']);
}
