const HEADINGS =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_At31_3Months,Reviewed_within_timescales,Reviewed_within_timescales_percent';
const CATEGORY = 'Child Protection Plans reviewed within timescales';

/** Published per cents of one authority, years to 31 March 2013 to 2024 (Department for Education, Characteristics of children in need). */
export const SHROPSHIRE = [97.3, 96.6, 96.7, 95.9, 98.9, 99.1, 95.9, 96.6, 96.9, 97.1, 93.0, 85.7];

export function authorityLine(year: string, code: string, name: string, figures: [string, string, string]): string {
  return [year, 'Reporting year', 'Local authority', 'E92000001', 'England', 'E12000009', 'Made-up region', '999', code, name, CATEGORY, ...figures].join(',');
}

export function countryLine(year: string, figures: [string, string, string]): string {
  return [year, 'Reporting year', 'National', 'E92000001', 'England', '', '', '', '', '', CATEGORY, ...figures].join(',');
}

export function indicatorFile(lines: readonly string[]): Buffer {
  return Buffer.from([HEADINGS, ...lines, ''].join('\r\n'));
}

/** The published series, whose counts are left out, beside made-up authorities with every letter and every fault. */
export const LINES = [
  ...SHROPSHIRE.map((percent, at) => authorityLine(String(2013 + at), 'E06000051', 'Shropshire', ['x', 'x', String(percent)])),
  countryLine('2023', ['1000', '900', '90']),
  countryLine('2024', ['1200', '1032', '86']),
  authorityLine('2022', 'E06999001', 'Saltmarsh', ['40', '30', '75']),
  authorityLine('2024', 'E06999001', 'Saltmarsh', ['c', 'c', 'C']),
  authorityLine('2023', 'E06999002', 'Islet', ['0', '0', 'z']),
  authorityLine('202324', 'E06999002', 'Islet', ['u', 'k', 'u']),
];
/** Rows 20 to 27 of a file that has the lines above before it. */
export const FAULTY = [
  authorityLine('2024', 'E06999001', 'Saltmarsh', ['9', '9', '100']),
  authorityLine('2024', 'E0699900', 'Shortcode', ['9', '9', '100']),
  authorityLine('2O24', 'E06999003', 'Letters', ['9', '9', '100']),
  authorityLine('2024', 'E06999003', 'Beyond', ['9', '9', '101']),
  authorityLine('2024', 'E06999003', 'Blank', ['9', '9', '']),
  `${authorityLine('2024', 'E06999003', 'Long', ['9', '9', '100'])},more`,
  authorityLine('2024', 'E06999004', 'Odd', ['8.5', '8', '90']),
  authorityLine('2024', 'E06999005', 'Doubtful', ['10', '5', '60']),
];
