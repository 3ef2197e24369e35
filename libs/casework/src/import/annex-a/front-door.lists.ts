import { childColumns, disabilityColumn } from '../child-columns';
import { yesNo } from '../vocabularies/child';
import { referralSource } from '../vocabularies/need';
import { teamAndWorker, type ListDefinition } from './list-definition';

export const contacts: ListDefinition = {
  number: 1,
  title: 'Contacts',
  columns: {
    ...childColumns,
    contactOn: { title: 'Date of Contact', aliases: ['Contact date'] },
    source: { title: 'Contact Source', aliases: ['Source of contact'] },
  },
  needs: ['reference', 'contactOn'],
  reading: {
    kind: 'CONTACT',
    keyName: 'CONTACT',
    start: 'contactOn',
    end: 'start',
    details: [{ name: 'source', column: 'source', vocabulary: referralSource }],
    keyDetails: ['source'],
    rank: 1,
  },
};

export const earlyHelp: ListDefinition = {
  number: 2,
  title: 'Early help',
  columns: {
    ...childColumns,
    startedOn: { title: 'Assessment start date', aliases: ['Early help assessment start date'] },
    endedOn: { title: 'Assessment completion date', aliases: ['Early help assessment completion date', 'Assessment end date'] },
    team: { title: 'Organisation completing assessment', aliases: ['Organisation completing the assessment'] },
  },
  needs: ['reference', 'startedOn', 'endedOn'],
  reading: { kind: 'EARLY_HELP', keyName: 'EARLY_HELP', start: 'startedOn', end: ['endedOn'], details: [], rank: 2 },
};

export const referrals: ListDefinition = {
  number: 3,
  title: 'Referrals',
  columns: {
    ...childColumns,
    ...teamAndWorker,
    referredOn: { title: 'Date of Referral', aliases: ['Referral date'] },
    source: { title: 'Referral Source', aliases: ['Source of referral'] },
    noFurtherAction: { title: 'Referral NFA?', aliases: ['Referral no further action', 'Referral with no further action'] },
  },
  needs: ['reference', 'referredOn'],
  reading: {
    kind: 'REFERRAL',
    keyName: 'REFERRAL',
    start: 'referredOn',
    end: 'start',
    details: [
      { name: 'source', column: 'source', vocabulary: referralSource },
      { name: 'noFurtherAction', column: 'noFurtherAction', vocabulary: yesNo },
    ],
    keyDetails: ['source'],
    rank: 3,
  },
};

export const assessments: ListDefinition = {
  number: 4,
  title: 'Assessments',
  columns: {
    ...childColumns,
    ...disabilityColumn,
    ...teamAndWorker,
    startedOn: { title: 'Continuous Assessment Start Date', aliases: ['Assessment start date'] },
    seen: { title: 'Child Seen During Continuous Assessment', aliases: ['Child seen during assessment'] },
    authorisedOn: {
      title: 'Continuous Assessment Date of Authorisation',
      aliases: ['Assessment date of authorisation', 'Date of authorisation', 'Assessment authorisation date'],
    },
    support: {
      title: "Was the child assessed as requiring LA children's social care support?",
      aliases: ["Was the child assessed as requiring LA children's social care support (Y/N)?"],
    },
  },
  needs: ['reference', 'startedOn', 'authorisedOn'],
  reading: {
    kind: 'ASSESSMENT',
    keyName: 'ASSESSMENT',
    start: 'startedOn',
    end: ['authorisedOn'],
    details: [
      { name: 'childSeen', column: 'seen', vocabulary: yesNo },
      { name: 'supportNeeded', column: 'support', vocabulary: yesNo },
    ],
    rank: 4,
  },
};
