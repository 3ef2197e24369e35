/** Broad groups of the national ethnicity codes, coarse enough to leave casework. */
export type EthnicityGroup = 'WHITE' | 'MIXED' | 'ASIAN' | 'BLACK' | 'OTHER' | 'UNKNOWN';

const GROUPS: Readonly<Record<Exclude<EthnicityGroup, 'UNKNOWN'>, string>> = {
  WHITE: 'WBRI WIRI WIRT WROM WOTH',
  MIXED: 'MWBC MWBA MWAS MOTH',
  ASIAN: 'AIND APKN ABAN CHNE AOTH',
  BLACK: 'BCRB BAFR BOTH',
  OTHER: 'OOTH',
};

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, codes]) => codes.split(' ').map((code) => [code, group as EthnicityGroup])));

/** The group of a code, as the census of 2011 has them. Refused, not obtained and unknown codes are unknown. */
export function ethnicityGroup(code: string | null): EthnicityGroup {
  return GROUP_OF.get(code ?? '') ?? 'UNKNOWN';
}
