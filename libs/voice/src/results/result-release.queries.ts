import { listLoader, rowLoader } from '@qaf/database';
import type { PublishedStatistic } from '@qaf/release';
import type { Lattice } from '@qaf/statistics';
import type { ResultRelease } from './result-release.type';

interface Row {
  id: string;
  statistic: string;
  period: string;
  title: string;
}

const COLUMNS = `r.id, r.statistic, r.period, r.provenance ->> 'title' as title`;
/** Results alone: other statistics have no questionnaire in their code. */
const RESULTS = `r.statistic like '%/%/%'`;

export const resultReleaseById = rowLoader<ResultRelease>('resultRelease.byId', async (unit, ids) =>
  (await unit.query<Row>(`select ${COLUMNS} from release r where r.id = any($1::uuid[]) and ${RESULTS}`, [ids])).map(releaseOf),
);

/** The latest release of each period, by the questionnaire’s code; oldest period first. */
export const resultsOfQuestionnaire = listLoader<ResultRelease>('resultRelease.ofQuestionnaire', (row) => row.questionnaireCode, async (unit, codes) =>
  (
    await unit.query<Row>(
      `select distinct on (r.statistic, r.period) ${COLUMNS} from release r where ${RESULTS} and split_part(r.statistic, '/', 1) = any($1::text[]) order by r.statistic, r.period, r.version desc`,
      [codes],
    )
  ).map(releaseOf),
);

function releaseOf({ id, statistic, period, title }: Row): ResultRelease {
  const [questionnaireCode = '', , since] = statistic.split('/');
  return { id, statistic, period, question: title, questionnaireCode, sinceVersion: Number(since) };
}

/** What was declared when the latest release was made: enough to read its tables by. */
export const statisticAsReleased = listLoader<PublishedStatistic>('resultRelease.statistic', (row) => row.code, async (unit, codes) =>
  (
    await unit.query<{ statistic: string; lattice: Lattice }>(
      'select distinct on (statistic) statistic, lattice from release where statistic = any($1::text[]) order by statistic, released_at desc, version desc',
      [codes],
    )
  ).map(({ statistic, lattice }) => ({ ...lattice, code: statistic }) as PublishedStatistic),
);
