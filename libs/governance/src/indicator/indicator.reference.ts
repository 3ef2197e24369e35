/** National indicators whose files can be read, in our words. The columns are the publisher's. */
export const INDICATORS = [
  {
    code: 'cpp-reviewed-in-time',
    title: 'Child protection plans reviewed in time',
    definition:
      'Of the children with a child protection plan on 31 March that had lasted three months or more, the percentage whose reviews were all held within the statutory times: the first within three months of the initial conference, the rest within six months of the one before.',
    unit: 'PERCENT',
    direction: 'HIGHER',
    source: 'Department for Education, Characteristics of children in need',
    valueColumn: 'Reviewed_within_timescales_percent',
    numeratorColumn: 'Reviewed_within_timescales',
    denominatorColumn: 'CPP_At31_3Months',
    category: 'Child Protection Plans reviewed within timescales',
  },
] as const;

/** What the publisher's letters mean where a figure could stand. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  c: 'confidential: withheld because it is small or would tell a small one',
  z: 'not applicable: there was nothing to count',
  x: 'not available',
  u: 'low reliability: withheld',
  k: 'rounds to zero, and is not zero',
};
