import { addDays } from '@qaf/calendar';

const CHILDREN = 20_000;
const FIRST = '2015-04-01';

/** A looked-after return of 100,000 rows: 20,000 children with two episodes and two reviews each. Made up by counting. */
export function returnFiles(): { name: string; bytes: Buffer }[] {
  const header = ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'];
  const episodes = ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'];
  const reviews = ['CHILD,DOB,REVIEW,REVIEW_CODE'];
  for (let number = 1; number <= CHILDREN; number += 1) {
    const child = String(100_000 + number);
    const born = written(addDays('2008-01-01', number % 2_000));
    const from = addDays(FIRST, number % 900);
    const moved = addDays(from, 200);
    header.push(`${child},${(number % 2) + 1},${born},WBRI,,,`);
    episodes.push(`${child},${written(from)},S,C2,N1,U1,PR1,${written(moved)},X1,CARPL,,,`, `${child},${written(moved)},P,C2,N1,U1,PR1,,,,,,`);
    reviews.push(`${child},${born},${written(addDays(from, 20))},PN1`, `${child},${born},${written(addDays(from, 110))},PN6`);
  }
  return [file('header.csv', header), file('episodes.csv', episodes), file('reviews.csv', reviews)];
}

function written(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

function file(name: string, lines: string[]): { name: string; bytes: Buffer } {
  return { name, bytes: Buffer.from(lines.join('\r\n')) };
}
