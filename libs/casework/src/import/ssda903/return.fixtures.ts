/** A file of the return from its headings and rows, as an authority's system would write it. */
export function csvFile(name: string, headings: string, ...rows: string[]): { name: string; bytes: Buffer } {
  return { name, bytes: Buffer.from([headings, ...rows, ''].join('\r\n')) };
}

export const headerHeadings = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
export const episodeHeadings = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
export const reviewHeadings = 'CHILD,DOB,REVIEW,REVIEW_CODE';

/** An episode in foster care under a care order. */
export function episodeLine(child: string, from: string, to = ''): string {
  return `${child},${from},S,C2,N1,U4,PR1,${to},${to === '' ? '' : 'X1'},,ZZ1 1ZZ,ZZ2 2ZZ,1234567`;
}
