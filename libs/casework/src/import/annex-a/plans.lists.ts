import { childColumns, disabilityColumn } from '../child-columns';
import { yesNo } from '../vocabularies/child';
import { caseStatus, categoryOfAbuse, categoryOfNeed, closureReason } from '../vocabularies/need';
import { teamAndWorker, type ListDefinition } from './list-definition';

const shared = { ...childColumns, ...disabilityColumn, ...teamAndWorker };

export const section47: ListDefinition = {
  number: 5,
  title: 'Section 47 enquiries and initial conferences',
  columns: {
    ...shared,
    strategyOn: {
      title: 'Strategy discussion initiating Section 47 Enquiry Start Date',
      aliases: ['Section 47 enquiry start date', 'Strategy discussion date', 'Date of strategy discussion initiating section 47 enquiry'],
    },
    unnecessary: {
      title: 'Was an Initial Child Protection Conference deemed unnecessary?',
      aliases: ['Was an ICPC deemed unnecessary'],
    },
    conferenceOn: { title: 'Date of Initial Child Protection Conference', aliases: ['Date of ICPC', 'ICPC date'] },
    ledToPlan: {
      title: 'Did the Initial Child Protection Conference Result in a Child Protection Plan',
      aliases: ['Did the ICPC result in a child protection plan'],
    },
  },
  needs: ['reference', 'strategyOn'],
  reading: {
    kind: 'SECTION_47',
    keyName: 'SECTION_47',
    start: 'strategyOn',
    end: null,
    details: [
      { name: 'conferenceUnnecessary', column: 'unnecessary', vocabulary: yesNo },
      { name: 'ledToPlan', column: 'ledToPlan', vocabulary: yesNo },
    ],
    meetings: [{ kind: 'CP_CONFERENCE', stage: 'INITIAL', column: 'conferenceOn' }],
    rank: 5,
  },
};

export const childrenInNeed: ListDefinition = {
  number: 6,
  title: 'Children in need',
  columns: {
    ...shared,
    startedOn: { title: 'CIN Start Date', aliases: ['Child in need start date', 'CIN plan start date'] },
    need: { title: 'Primary Need Code', aliases: ['Primary need'] },
    lastSeenOn: { title: 'Date Child Was Last Seen', aliases: ['Date child last seen'] },
    closedOn: { title: 'CIN Closure Date', aliases: ['Child in need closure date', 'CIN end date', 'CIN plan end date'] },
    reason: { title: 'Reason for Closure', aliases: ['Closure reason'] },
    status: { title: 'Case Status' },
  },
  needs: ['reference', 'startedOn', 'closedOn'],
  reading: {
    kind: 'CIN',
    keyName: 'CIN',
    start: 'startedOn',
    end: ['closedOn'],
    details: [
      { name: 'primaryNeed', column: 'need', vocabulary: categoryOfNeed },
      { name: 'closureReason', column: 'reason', vocabulary: closureReason },
      { name: 'caseStatus', column: 'status', vocabulary: caseStatus },
    ],
    visits: [{ kind: 'CIN', column: 'lastSeenOn', seen: true }],
    rank: 6,
  },
};

export const childProtection: ListDefinition = {
  number: 7,
  title: 'Child protection plans',
  columns: {
    ...shared,
    startedOn: { title: 'Child Protection Plan Start Date', aliases: ['CP plan start date', 'CPP start date'] },
    initialCategory: { title: 'Initial Category of Abuse' },
    latestCategory: { title: 'Latest Category of Abuse' },
    visitOn: { title: 'Date of the Last Statutory Visit', aliases: ['Date of last statutory visit'] },
    alone: { title: 'Was the Child Seen Alone?', aliases: ['Child seen alone'] },
    conferenceOn: { title: 'Date of latest review conference', aliases: ['Date of the latest review conference'] },
    endedOn: { title: 'Child Protection Plan End Date', aliases: ['CP plan end date', 'CPP end date'] },
    emergency: {
      title: 'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
      aliases: ['Subject to emergency protection order or protected under police powers in last six months'],
    },
  },
  needs: ['reference', 'startedOn', 'endedOn'],
  reading: {
    kind: 'CP',
    keyName: 'CP',
    start: 'startedOn',
    end: ['endedOn'],
    details: [
      { name: 'initialCategory', column: 'initialCategory', vocabulary: categoryOfAbuse },
      { name: 'latestCategory', column: 'latestCategory', vocabulary: categoryOfAbuse },
      { name: 'emergencyProtection', column: 'emergency', vocabulary: yesNo },
    ],
    visits: [{ kind: 'CP', column: 'visitOn', alone: 'alone' }],
    meetings: [{ kind: 'CP_CONFERENCE', stage: 'REVIEW', column: 'conferenceOn' }],
    rank: 7,
  },
};
