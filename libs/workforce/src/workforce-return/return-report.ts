import type { ReturnReport } from './load-return';

/** The report as it is printed: what was added and changed, and each incomplete worker by registration number with what is missing. */
export function returnReportText(report: ReturnReport, check: boolean): string {
  const { year, referenceDate, workers, added, changed, unchanged, matched, notInFile, incomplete, repeated } = report;
  const done = check ? 'checked; nothing was written' : 'loaded';
  return [
    `csww: ${done}. The return of ${year}, as of ${referenceDate}, with ${workers} workers.`,
    `${added} ${check ? 'would be ' : ''}added, ${changed} ${check ? 'would be ' : ''}changed, ${unchanged} unchanged, none left out. ${matched} are known here by their registration number.`,
    ...(notInFile > 0 ? [`${notInFile} of an earlier file of the year are not in this one; they are kept as they were.`] : []),
    ...(repeated.length > 0 ? [`Kept beside an earlier worker with the same registration number: ${repeated.map((place) => `worker ${place}`).join(', ')}.`] : []),
    ...(incomplete.length > 0 ? ['', `Incomplete, and kept (${incomplete.length})`, ...incomplete.map(line)] : ['Every worker is complete.']),
    '',
  ].join('\n');
}

function line({ place, key, missing, doubtful }: ReturnReport['incomplete'][number]): string {
  const parts = [...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []), ...(doubtful.length > 0 ? [`not a value of the return: ${doubtful.join(', ')}`] : [])];
  return `  ${key.startsWith('place ') ? `worker ${place}` : `worker ${place}, ${key}`}: ${parts.join('; ')}`;
}
