import { childColumns, disabilityColumn } from '../child-columns';
import { yesNo } from '../vocabularies/child';
import { categoryOfNeed } from '../vocabularies/need';
import * as care from '../vocabularies/looked-after';
import { teamAndWorker, type ListDefinition } from './list-definition';

const shared = { ...childColumns, ...disabilityColumn };

export const lookedAfter: ListDefinition = {
  number: 8,
  title: 'Looked after children',
  columns: {
    ...shared,
    ...teamAndWorker,
    unaccompanied: { title: 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)' },
    startedOn: { title: 'Date Started to be Looked After', aliases: ['Date became looked after'] },
    need: { title: "Child's Category of Need", aliases: ['Category of need'] },
    legalStatus: { title: "Child's Legal Status", aliases: ['Legal status'] },
    reviewOn: { title: 'Date of Latest Statutory Review', aliases: ['Date of last statutory review'] },
    visitOn: { title: 'Date of Last Social Work Visit', aliases: ['Date of latest social work visit'] },
    endedOn: { title: 'Date Ceased to be Looked After' },
    reason: { title: 'Reason Ceased to be Looked After' },
    placement: { title: 'Placement Type' },
    provider: { title: 'Placement Provider' },
    location: { title: 'Placement Location' },
  },
  needs: ['reference', 'startedOn', 'endedOn'],
  reading: {
    kind: 'LAC',
    keyName: 'LAC_PERIOD',
    start: 'startedOn',
    end: ['endedOn'],
    constants: { unit: 'PERIOD_OF_CARE' },
    details: [
      { name: 'unaccompanied', column: 'unaccompanied', vocabulary: yesNo },
      { name: 'categoryOfNeed', column: 'need', vocabulary: categoryOfNeed },
      { name: 'legalStatus', column: 'legalStatus', vocabulary: care.legalStatus },
      { name: 'reasonCeased', column: 'reason', vocabulary: care.reasonCeased },
      { name: 'placementType', column: 'placement', vocabulary: care.placementType },
      { name: 'placementProvider', column: 'provider', vocabulary: care.placementProvider },
      { name: 'placementLocation', column: 'location', vocabulary: care.placementLocation },
    ],
    visits: [{ kind: 'LAC', column: 'visitOn' }],
    meetings: [{ kind: 'LAC_REVIEW', stage: null, column: 'reviewOn' }],
    rank: 10,
  },
};

export const careLeavers: ListDefinition = {
  number: 9,
  title: 'Care leavers',
  columns: {
    ...shared,
    ...teamAndWorker,
    eligibility: { title: 'Eligibility Category' },
    inTouch: { title: 'LA in Touch', aliases: ['Local authority in touch'] },
    accommodation: { title: 'Type of Accommodation' },
    suitability: { title: 'Suitability of Accommodation' },
    activity: { title: 'Activity Status' },
  },
  needs: ['reference', 'eligibility'],
  reading: {
    kind: 'CARE_LEAVER',
    keyName: 'CARE_LEAVER',
    start: null,
    end: null,
    details: [
      { name: 'eligibility', column: 'eligibility', vocabulary: care.leaverEligibility },
      { name: 'inTouch', column: 'inTouch', vocabulary: care.leaverInTouch },
      { name: 'accommodation', column: 'accommodation', vocabulary: care.leaverAccommodation },
      { name: 'suitability', column: 'suitability', vocabulary: care.suitability },
      { name: 'activity', column: 'activity', vocabulary: care.leaverActivity },
    ],
    rank: 8,
  },
};

export const adoption: ListDefinition = {
  number: 10,
  title: 'Adoption',
  columns: {
    ...shared,
    decidedOn: {
      title: 'Date of Decision that Child Should be Placed for Adoption',
      aliases: ['Date of the decision that the child should be placed for adoption'],
    },
    adoptedOn: { title: 'Date of Adoption Order' },
    reversedOn: {
      title: 'Date of Decision that Child Should No Longer be Placed for Adoption',
      aliases: ['Date of the decision that the child should no longer be placed for adoption'],
    },
    reason: { title: 'Reason Why Child No Longer Placed for Adoption' },
  },
  needs: ['reference', 'decidedOn', 'adoptedOn'],
  reading: {
    kind: 'ADOPTION',
    keyName: 'ADOPTION',
    start: 'decidedOn',
    end: ['adoptedOn', 'reversedOn'],
    details: [{ name: 'reasonReversed', column: 'reason', vocabulary: care.adoptionReversed }],
    rank: 9,
  },
};

/** Adopters are adults: the list is read only to say that its rows are not taken. */
export const adopters: ListDefinition = {
  number: 11,
  title: 'Adopters',
  columns: {
    reference: { title: 'Individual adopter identifier' },
    family: { title: 'Family identifier' },
  },
  needs: ['reference'],
  reading: null,
};
