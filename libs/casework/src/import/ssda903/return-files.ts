import type { EpisodeReading } from '../episode-rows';
import type { ColumnDefinitions } from '../headings';
import { categoryOfNeed } from '../vocabularies/need';
import * as care from '../vocabularies/looked-after';

export type ReturnFileKind = 'header' | 'episodes' | 'reviews';

/** Columns by their codes in the return. UPN, postcodes, the mother's columns and the URN have no place here: they are never read. */
export const returnFiles: Record<ReturnFileKind, { columns: ColumnDefinitions; needs: readonly string[] }> = {
  episodes: {
    columns: {
      reference: { title: 'CHILD' },
      startedOn: { title: 'DECOM' },
      reasonNew: { title: 'RNE' },
      legalStatus: { title: 'LS' },
      need: { title: 'CIN' },
      placement: { title: 'PLACE' },
      provider: { title: 'PLACE_PROVIDER' },
      endedOn: { title: 'DEC' },
      reasonCeased: { title: 'REC' },
      reasonChange: { title: 'REASON_PLACE_CHANGE' },
    },
    needs: ['reference', 'startedOn', 'endedOn'],
  },
  reviews: {
    columns: {
      reference: { title: 'CHILD' },
      birth: { title: 'DOB' },
      heldOn: { title: 'REVIEW' },
      participation: { title: 'REVIEW_CODE' },
    },
    needs: ['reference', 'heldOn'],
  },
  header: {
    columns: {
      reference: { title: 'CHILD' },
      gender: { title: 'SEX', aliases: ['GENDER'] },
      birth: { title: 'DOB' },
      ethnicity: { title: 'ETHNIC' },
    },
    needs: ['reference', 'gender', 'birth'],
  },
};

/** The rank of what a file says of a child; the header alone is believed where it speaks. */
export const returnRanks = { header: 3, reviews: 2, episodes: 1 };

/** An episode of care: a stretch in one placement under one legal status, not the whole period of care. */
export const careEpisode: EpisodeReading = {
  kind: 'LAC',
  keyName: 'LAC_EPISODE',
  start: 'startedOn',
  end: ['endedOn'],
  constants: { unit: 'EPISODE_OF_CARE' },
  details: [
    { name: 'reasonNewEpisode', column: 'reasonNew', vocabulary: care.reasonNewEpisode },
    { name: 'legalStatus', column: 'legalStatus', vocabulary: care.legalStatus },
    { name: 'categoryOfNeed', column: 'need', vocabulary: categoryOfNeed },
    { name: 'placementType', column: 'placement', vocabulary: care.placementType },
    { name: 'placementProvider', column: 'provider', vocabulary: care.placementProvider },
    { name: 'reasonCeased', column: 'reasonCeased', vocabulary: care.reasonCeased },
    { name: 'reasonPlaceChange', column: 'reasonChange', vocabulary: care.reasonPlaceChange },
  ],
  rank: returnRanks.episodes,
};
