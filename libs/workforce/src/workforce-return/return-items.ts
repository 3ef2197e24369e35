import { isRealDate } from '@qaf/calendar';

/** How an item of the return is read; null for what is none of its values. */
export type Reader = (text: string) => string | number | boolean | null;

const oneOf = (...codes: string[]): Reader => (text) => (codes.includes(text) ? text : null);
const numbered = (last: number): Reader => oneOf(...Array.from({ length: last }, (_, index) => String(index + 1)));
const day: Reader = (text) => (isRealDate(text) ? text : null);
const yesNo: Reader = (text) => (text === '1' ? true : text === '0' ? false : null);
const words: Reader = (text) => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 200) || null;

/** A number of the return as a whole number of its smallest part: `scale` 1000 makes thousandths. */
function parts(scale: number, most: number): Reader {
  return (text) => {
    const number = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    return number <= most ? Math.round(number * scale) : null;
  };
}

const ETHNICITIES = ['WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT'];

export interface ReturnItem {
  /** The element's name in the return. */
  element: string;
  column: string;
  /** What it is called in a report. */
  words: string;
  read: Reader;
}

/** Every item about a worker, with the column that keeps it. A date of birth is kept as its year and month. */
export const ITEMS: readonly ReturnItem[] = [
  { element: 'AgencyWorker', column: 'agency_worker', words: 'whether through an agency', read: yesNo },
  { element: 'SWENo', column: 'number', words: 'registration number', read: (text) => (/^[A-Za-z]{2}\d{4,10}$/.test(text) ? text : null) },
  { element: 'FTE', column: 'fte_thousandths', words: 'hours', read: parts(1000, 1) },
  { element: 'PersonBirthDate', column: 'birth_month', words: 'date of birth', read: (text) => (isRealDate(text) ? text.slice(0, 7) : null) },
  { element: 'GenderCurrent', column: 'gender_code', words: 'gender', read: oneOf('0', '1', '2', '9') },
  { element: 'Ethnicity', column: 'ethnicity_code', words: 'ethnicity', read: oneOf(...ETHNICITIES) },
  { element: 'QualInst', column: 'institution', words: 'institution of the qualification', read: words },
  { element: 'QualLevel', column: 'qualification_code', words: 'level of the qualification', read: numbered(3) },
  { element: 'StepUpGrad', column: 'step_up_graduate', words: 'whether of the Step Up programme', read: yesNo },
  { element: 'FrontlineGrad', column: 'frontline_graduate', words: 'whether of the Frontline programme', read: yesNo },
  { element: 'OrgRole', column: 'role_code', words: 'role', read: numbered(6) },
  { element: 'RoleStartDate', column: 'role_started_on', words: 'first day in the role', read: day },
  { element: 'StartOrigin', column: 'origin_code', words: 'where they came from', read: numbered(10) },
  { element: 'RoleEndDate', column: 'role_ended_on', words: 'last day in the role', read: day },
  { element: 'LeaverDestination', column: 'destination_code', words: 'where they went', read: numbered(9) },
  { element: 'ReasonLeave', column: 'leaving_code', words: 'reason for leaving', read: numbered(10) },
  { element: 'FTE30', column: 'caseload_fte_thousandths', words: 'hours for the caseload', read: parts(1000, 1) },
  { element: 'Cases30', column: 'cases', words: 'cases held', read: parts(1, 100_000) },
  { element: 'WorkingDaysLost', column: 'days_lost_hundredths', words: 'working days lost', read: parts(100, 366) },
  { element: 'ContractWeeks', column: 'contract_weeks_tenths', words: 'weeks of the agency’s contract', read: parts(10, 3_000) },
  { element: 'Absat30Sept', column: 'absent_at_reference', words: 'whether away on the day', read: yesNo },
  { element: 'ReasonAbsence', column: 'absence_code', words: 'reason for being away', read: oneOf('MAT', 'OTH', 'SIC', 'TRN', 'UNA', 'UNP') },
  { element: 'CFKSSstatus', column: 'accreditation_code', words: 'accreditation', read: oneOf('1', '2', '3', '4', '5') },
];

export type ReturnValues = Record<string, string | number | boolean | null>;

const EVERYONE = ['AgencyWorker', 'SWENo', 'FTE', 'PersonBirthDate', 'GenderCurrent', 'Ethnicity', 'OrgRole', 'RoleStartDate'];
const EMPLOYED = ['QualInst', 'QualLevel', 'StartOrigin', 'WorkingDaysLost', 'Absat30Sept'];
const LEFT = ['LeaverDestination', 'ReasonLeave'];

/** The items that the return asks of this worker: more of the employed than of an agency's, more of leavers. */
export function itemsAsked({ agency_worker: agency, role_ended_on: left, absent_at_reference: away }: ReturnValues): ReadonlySet<string> {
  return new Set([
    ...EVERYONE,
    ...(agency === true ? ['ContractWeeks'] : EMPLOYED.filter((item) => !(item === 'Absat30Sept' && left))),
    ...(left && agency !== true ? LEFT : []),
    ...(away === true ? ['ReasonAbsence'] : []),
  ]);
}
