import { vocabulary } from '../codes';

/** Yes, no and the ways to say that nobody knows. */
export const yesNo = vocabulary('yes or no', {
  Y: ['yes', 'true', '1'],
  N: ['no', 'false', '0'],
  U: ['unknown', 'not known', 'not recorded', 'not stated', 'not stated recorded'],
});

/** One vocabulary for both formats; the numbers are those of the national returns. */
export const gender = vocabulary('gender', {
  M: ['male', '1', '1 male', '1.0', 'boy'],
  F: ['female', '2', '2 female', '2.0', 'girl'],
  N: ['neither', '9', 'indeterminate', 'indeterminate neither', 'other'],
  U: [
    'not stated/recorded',
    'not stated',
    'not recorded',
    'not stated/recorded (or unborn)',
    'not stated recorded or unborn',
    'unborn',
    'unknown',
    'not known',
    '0',
  ],
});

/** The school census ethnicity codes. NOBT: not yet obtained; REFU: refused. */
export const ethnicity = vocabulary('ethnicity', {
  WBRI: ['white british'],
  WIRI: ['white irish'],
  WIRT: ['traveller of irish heritage'],
  WOTH: ['any other white background', 'white other', 'other white'],
  WROM: ['gypsy roma', 'gypsy'],
  MWBC: ['white and black caribbean'],
  MWBA: ['white and black african'],
  MWAS: ['white and asian'],
  MOTH: ['any other mixed background', 'other mixed'],
  AIND: ['indian'],
  APKN: ['pakistani'],
  ABAN: ['bangladeshi'],
  AOTH: ['any other asian background', 'other asian'],
  BCRB: ['caribbean', 'black caribbean'],
  BAFR: ['african', 'black african'],
  BOTH: ['any other black background', 'other black'],
  CHNE: ['chinese'],
  OOTH: ['any other ethnic group', 'any other ethnic background', 'other ethnic group'],
  REFU: ['refused'],
  NOBT: ['information not yet obtained', 'not yet obtained', 'not known', 'not stated', 'not recorded', 'unknown'],
});
