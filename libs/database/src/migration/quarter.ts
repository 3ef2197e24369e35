/** SQL of the code of the business-year quarter that a day falls in, as `quarterOf` of the calendar has it: `2018-19 Q1` is April to June 2018. */
export function quarterSql(day: string): string {
  const moved = `(${day} - interval '3 months')`;
  return `(to_char(${moved}, 'YYYY') || '-' || to_char(${moved} + interval '1 year', 'YY') || ' Q' || extract(quarter from ${moved}))`;
}
