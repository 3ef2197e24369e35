import { vocabulary } from '../codes';

const bare = (name: string, codes: string) => vocabulary(name, Object.fromEntries(codes.split(' ').map((code) => [code, []])));

/** Codes of the looked-after return (SSDA903), with those of earlier years that still stand in old episodes. */
export const legalStatus = bare('legal status', 'C1 C2 D1 E1 J1 J2 J3 L1 L2 L3 V1 V2 V3 V4');
export const placementType = bare(
  'placement type',
  'A3 A4 A5 A6 F1 F2 F3 F4 F5 F6 H1 H2 H3 H4 H5 K1 K2 M1 M2 M3 P1 P2 P3 Q1 Q2 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1',
);
export const placementProvider = bare('placement provider', 'PR0 PR1 PR2 PR3 PR4 PR5');
export const reasonNewEpisode = bare('reason for a new episode', 'S P L T U B');
export const reasonCeased = bare(
  'reason an episode ceased',
  'E1 E2 E3 E4 E4A E4B E5 E6 E7 E8 E9 E11 E12 E13 E14 E15 E16 E17 E41 E43 E44 E45 E46 E47 E48 X1',
);
export const reasonPlaceChange = bare(
  'reason for a change of placement',
  'ALLEG APPRR CARPL CHILD CLOSE CREQB CREQO CUSTOD LAREQ OTHER PLACE STAND',
);
export const participation = bare('participation', 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7');
export const adoptionReversed = bare('reason no longer to be adopted', 'RD1 RD2 RD3 RD4');

export const placementLocation = vocabulary('placement location', {
  IN: ['in', 'inside la', 'inside local authority boundary', 'within la boundary'],
  OUT: ['out', 'outside la', 'outside local authority boundary', 'outside la boundary'],
});

export const leaverEligibility = vocabulary('eligibility', {
  RELEVANT: ['relevant child'],
  FORMER_RELEVANT: ['former relevant child'],
  QUALIFYING: ['qualifying care leaver', 'qualifying child', 'qualifying young person'],
  ELIGIBLE: ['eligible child'],
});

/** Two letters stand for the answers the return itself keeps apart from yes and no. */
export const leaverInTouch = vocabulary('in touch', {
  Y: ['yes'],
  N: ['no'],
  DIED: ['died', 'young person died after leaving care'],
  REFUSED: ['refu', 'young person has refused contact', 'refused contact'],
  NO_LONGER: ['nreq', 'no longer required', 'young person no longer requires services'],
  RETURNED: ['rhom', 'young person returned home'],
});
export const leaverAccommodation = bare('accommodation', 'B C D E G H K P R S T U V W X Y Z');
export const suitability = vocabulary('suitability of accommodation', { SUITABLE: ['suitable', '1'], UNSUITABLE: ['unsuitable', 'not suitable', '2'] });
export const leaverActivity = bare('activity', 'F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 F3 P3 G1 G2 G3 0');
