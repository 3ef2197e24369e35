/** Root fields that answer without a login: a child opens and answers a questionnaire with a one-time token, and asks for help. */
export const PUBLIC_FIELDS = ['questionnaireByToken', 'answerQuestionnaire', 'askForHelp'];
