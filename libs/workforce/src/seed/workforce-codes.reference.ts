/** One code of the workforce return, or of the law about workers, as this authority starts with it. */
export interface FirstCode {
  kind: string;
  code: string;
  title: string;
  /** The value that the return has for it; null for a code of our own. */
  returnCode: string | null;
  validFrom: string;
  validTo?: string;
  source: string;
}

const RETURN = 'Children’s social work workforce census, item values of 2022';
/** The first year in which the return was made for each worker. */
const SINCE = '2016-10-01';

function ofReturn(kind: string, rows: readonly (readonly [string, string, string | null])[]): FirstCode[] {
  return rows.map(([code, title, returnCode]) => ({ kind, code, title, returnCode, validFrom: SINCE, source: RETURN }));
}

const CAME_FROM = [
  ['OTHER_AUTHORITY', 'Social work for another authority in England'],
  ['OUTSIDE_ENGLAND', 'Social work outside England'],
  ['AGENCY', 'Social work through an agency or as a consultant in England'],
  ['OTHER_SOCIAL_WORK', 'Other social work in England, not for an authority'],
  ['OTHER_SOCIAL_CARE', 'Other work in social care in England'],
  ['NOT_SOCIAL_CARE', 'Work that is not social care, none, or a career break'],
  ['OTHER', 'Something else'],
  ['NOT_KNOWN', 'Not known'],
  ['NOT_YET_COLLECTED', 'Not asked yet'],
] as const;

export const FIRST_CODES: readonly FirstCode[] = [
  ...ofReturn('RETURN_ROLE', [
    ['SENIOR_MANAGER', 'Senior manager', '1'],
    ['MIDDLE_MANAGER', 'Middle manager', '2'],
    ['FIRST_LINE_MANAGER', 'First line manager', '3'],
    ['SENIOR_PRACTITIONER', 'Senior practitioner', '4'],
    ['CASE_HOLDER', 'Case holder', '5'],
    ['QUALIFIED_WITHOUT_CASES', 'Qualified, holds no cases', '6'],
    ['OUTSIDE_RETURN', 'Not a social worker’s post: outside the return', null],
  ]),
  ...ofReturn('LEAVING_REASON', [
    ['RESIGNATION', 'Resigned', '1'],
    ['VOLUNTARY_REDUNDANCY', 'Redundant by choice', '2'],
    ['COMPULSORY_REDUNDANCY', 'Made redundant', '3'],
    ['DISMISSAL', 'Dismissed', '4'],
    ['RETIREMENT', 'Retired', '5'],
    ['DEATH', 'Died', '6'],
    ['MOVED_ROLE', 'Moved within the authority to work that is not social work with children and families', '7'],
    ['OTHER', 'Something else', '8'],
    ['NOT_KNOWN', 'Not known', '9'],
    ['NOT_YET_COLLECTED', 'Not asked yet', '10'],
  ]),
  // The return numbers where leavers went as it numbers where starters came from, but for the newly qualified.
  ...ofReturn('LEAVER_DESTINATION', CAME_FROM.map(([code, title], index) => [code, title, String(index + 1)] as const)),
  ...ofReturn('STARTER_ORIGIN', [['NEWLY_QUALIFIED', 'Newly qualified', '1'], ...CAME_FROM.map(([code, title], index) => [code, title, String(index + 2)] as const)]),
  ...ofReturn('ABSENCE_REASON', [
    ['SICKNESS', 'Sickness', 'SIC'],
    ['MATERNITY', 'Maternity or paternity', 'MAT'],
    ['TRAINING', 'Training', 'TRN'],
    ['OTHER_PAID', 'Other paid leave that was agreed', 'OTH'],
    ['UNPAID', 'Unpaid leave that was agreed', 'UNP'],
    ['NOT_AGREED', 'Absence that was not agreed', 'UNA'],
  ]),
  ...ofReturn('QUALIFICATION_LEVEL', [
    ['UNDERGRADUATE', 'First degree', '1'],
    ['POSTGRADUATE', 'Higher degree', '2'],
    ['OTHER', 'Another qualification in social work', '3'],
  ]),
  { kind: 'REGISTRATION_BODY', code: 'HCPC', title: 'Health and Care Professions Council', returnCode: null, validFrom: '2012-08-01', validTo: '2019-12-02', source: 'Health and Social Care Act 2012, section 213' },
  { kind: 'REGISTRATION_BODY', code: 'SWE', title: 'Social Work England', returnCode: null, validFrom: '2019-12-02', source: 'Social Workers Regulations 2018' },
];
