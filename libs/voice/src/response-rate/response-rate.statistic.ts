import { EVERYONE } from '@qaf/identity';
import type { PublishedStatistic } from '@qaf/release';
import { CUTS } from '../results/measured-question.rules';

const CUT_TABLES = Object.values(CUTS).map(({ dimension, level }) => ({ code: `by-${dimension}`, by: { [dimension]: level } }));

/** What became of the invitations to a questionnaire whose answers came out in a quarter. */
export function responseRatesOf({ code, title }: { code: string; title: string }): PublishedStatistic {
  return {
    code: `response-rates/${code}`,
    version: 1,
    title: `How many answered: ${title}`,
    definition:
      'Invitations to the questionnaire of the quarters whose anonymous answers came out together. Answered: the sheets that came out. Without an answer: links given in these quarters, less the sheets. Declined and not offered: as noted in these quarters. Who answered with a name is not counted. An invitation counts to the narrowest group that answers came out in; a group is told only where ten answered and six did not.',
    measure: {
      counts: 'invitations',
      categories: [
        { code: 'ANSWERED', title: 'Answered', part: true },
        { code: 'NO_ANSWER', title: 'Given, and no answer came' },
        { code: 'DECLINED', title: 'Would rather not' },
        { code: 'NOT_OFFERED', title: 'Not asked' },
      ],
    },
    dimensions: Object.values(CUTS).map(({ dimension, level }) => ({ code: dimension, title: dimension, levels: [level] })),
    tables: [{ code: 'whole', by: {} }, ...CUT_TABLES],
    // A year would count again what has been noted since, and be one beside the quarters that tells of a few.
    periods: ['QUARTER'],
    rule: { hiddenUpTo: 5, leastRange: 5, validFrom: '2010-04-01', source: 'Default of the platform for small numbers' },
    minimumStep: 10,
    // No group comes here of which all answered, or all of those who were given a link did not.
    allAlike: 'SHOWN',
    insiders: [],
    readers: EVERYONE,
    from: '2010-04-01',
    settleDays: 0,
  };
}
