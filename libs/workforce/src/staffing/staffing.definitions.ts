const RETURN = 'Children’s social work workforce census (Department for Education), years from 2017';

export type Unit = 'PEOPLE' | 'FTE_THOUSANDTHS' | 'FTE_DAY_THOUSANDTHS';

export interface Definition {
  code: string;
  unit: Unit;
  definition: string;
  source: string;
}

function defined(code: string, definition: string, unit: Unit = 'FTE_THOUSANDTHS'): Definition {
  return { code, unit, definition, source: RETURN };
}

/**
 * What each measure counts. The return's scope is social workers; posts of role OUTSIDE_RETURN are left out unless asked for.
 * A person counts once, where they work on the day: somebody acting up, in the post that they act up into. A last day is worked.
 */
export const DEFINITIONS = {
  headcount: defined('HEADCOUNT', 'People employed by the authority who are in a post on the day, each once; agency workers are not among them. Somebody who acts up counts in the post that they act up into.', 'PEOPLE'),
  fte: defined('FTE', 'The contracted hours of those people, as full-time equivalents.'),
  establishment: defined('ESTABLISHMENT', 'The hours of every post that is open on the day, filled or not.'),
  vacancies: defined('VACANCIES', 'The hours of posts that are open on the day with no employed person in them, whether or not an agency worker covers them, somebody acts up into them, or they are being recruited to.'),
  vacancyRate: defined('VACANCY_RATE', 'Vacant hours, those that an agency worker covers among them, divided by vacant hours and the hours of employed people together, on the day.'),
  starters: defined('STARTERS', 'The hours, on their first day, of people whose employment by the authority began in the period, in the post that they began in. A move between posts is no start; one from an agency into employment is.'),
  leavers: defined('LEAVERS', 'The hours, on their last day, of people whose employment by the authority ended with a day in the period, in the post that they worked in on it. A move between posts is no leaving.'),
  turnoverRate: defined('TURNOVER_RATE', 'The hours of those who left in the period divided by the hours employed on its last day. For another period than a year it is not made up to one.'),
  agency: defined('AGENCY', 'The hours of agency workers who are in a post on the day.'),
  agencyRate: defined('AGENCY_RATE', 'The hours of agency workers divided by their hours and those of employed people together, on the day.'),
  absenceRate: defined('ABSENCE_RATE', 'Working days lost to sickness in the period by employed people, each day by their hours on it, divided by the hours employed on the last day times the working days of the period.', 'FTE_DAY_THOUSANDTHS'),
} as const satisfies Record<string, Definition>;
