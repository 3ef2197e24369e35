import { observeChild, readRowReference } from '../child-columns';
import type { Gathered } from '../gathered';
import type { RowReader } from '../row-reader';
import { participation } from '../vocabularies/looked-after';
import { returnRanks } from './return-files';

/** One child of the header file. */
export function readHeaderRow(row: RowReader, gathered: Gathered): void {
  const reference = readRowReference(row);
  if (reference === null || !gathered.claim(`CHILD|${reference}`, row)) return;
  gathered.children.observe(observeChild(row, reference, returnRanks.header, true));
}

/** One review of a looked-after child, with how the child took part. */
export function readReviewRow(row: RowReader, gathered: Gathered): void {
  const reference = readRowReference(row);
  if (reference === null) return;
  gathered.children.observe(observeChild(row, reference, returnRanks.reviews));
  const { date: heldOn, fault } = row.date('heldOn');
  const later = heldOn !== null && gathered.asAt !== null && heldOn > gathered.asAt;
  if (heldOn === null || later) {
    row.leaveOut('heldOn', fault ?? (later ? 'the date lies after the day the file speaks of' : 'there is no date to place it by'));
    return;
  }
  const sourceKey = `LAC_REVIEW|${reference}|${heldOn}`;
  if (!gathered.claim(sourceKey, row)) return;
  const participationCode = row.code('participation', participation);
  gathered.meetings.push({ reference, kind: 'LAC_REVIEW', stage: null, heldOn, participationCode, sourceKey, source: row.source });
}
