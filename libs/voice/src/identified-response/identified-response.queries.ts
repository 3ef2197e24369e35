import { listLoader, rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { IdentifiedAnswer, IdentifiedResponse } from './identified-response.type';

const COLUMNS = `r.id, r.consent_given_on as "consentGivenOn", r.consent_withdrawn_on as "consentWithdrawnOn", r.shared_with_managers as "sharedWithManagers",
  r.shared_with_quality as "sharedWithQuality", r.version, r.child_id as "childId", r.questionnaire_version_id as "questionnaireVersionId", r.recorded_by as "recordedBy"`;

export const identifiedResponseById = rowLoader<IdentifiedResponse>(
  'identifiedResponse.byId',
  (unit, ids) => unit.query(`select ${COLUMNS} from identified_response r where r.id = any($1::uuid[])`, [ids]),
  { entity: 'IdentifiedResponse' },
);

export const answersOfResponse = listLoader<{ responseId: string; answers: IdentifiedAnswer[] }>('identifiedAnswer.ofResponse', (row) => row.responseId, (unit, ids) =>
  unit.query(`select a.response_id as "responseId", a.answers from identified_answer a where a.response_id = any($1::uuid[])`, [ids]),
);

export const IDENTIFIED_RESPONSES: ListDefinition<IdentifiedResponse> = {
  name: 'identifiedResponses',
  columns: COLUMNS,
  from: 'identified_response r',
  id: 'r.id',
  orders: { NEWEST: { terms: [{ sql: 'r.consent_given_on', type: 'date' }], descending: true } },
  parents: { child: 'r.child_id' },
  entity: 'IdentifiedResponse',
};
