import type { Unit } from '@qaf/database';
import { FileKeeper, type FileScanner, type KnownFile } from '@qaf/files';
import type { Viewer } from '@qaf/identity';
import { evidenceById } from './evidence-file.queries';
import { evidenceLinks } from './evidence-links';

export interface EvidenceDeskOptions {
  unit: (viewer: Viewer, action: string) => Unit;
  scanner: FileScanner;
  now?: (() => Date) | undefined;
}

/** Where files are handed in that become evidence, and given out by links. */
export function evidenceDesk({ unit, scanner, now = () => new Date() }: EvidenceDeskOptions): FileKeeper {
  const find = async (reading: Unit, id: string) => (await reading.load(evidenceById, id)) as KnownFile | null;
  return new FileKeeper({ unit, scanner, now, links: evidenceLinks(), receiving: 'file.upload', referring: { entity: 'EvidenceFile', table: 'evidence_file', find } });
}
