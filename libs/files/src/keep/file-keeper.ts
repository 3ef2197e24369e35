import { DatabaseFailure, type Unit } from '@qaf/database';
import { type Act, isNobody, machine, may, type Viewer } from '@qaf/identity';
import { type AccessRecord, writeAccess } from '@qaf/record';
import { FilesForbidden, FilesUnavailable } from '../file-refused';
import type { FileLinks } from '../link/file-links';
import type { FileScanner } from '../scan/scanner';
import { fileTypeOf } from '../type/detect';
import { FILE_TYPES } from '../type/file-types';
import { checkClean } from './clean';
import { readContent, removeUnused } from './content';
import type { FileDesk, Giving, Receipt } from './file-desk';
import { keepUpload } from './upload';

/** How long an upload waits to be attached: a day. */
export const UPLOAD_MS = 24 * 60 * 60 * 1000;

/** A file as what refers to it knows it. */
export interface KnownFile {
  id: string;
  name: string;
  contentType: string;
  bytes: number;
  sha256: string;
}

export interface FileKeeperOptions {
  unit: (viewer: Viewer, action: string) => Unit;
  links: FileLinks;
  scanner: FileScanner;
  now: () => Date;
  /** What somebody must be allowed to do to hand a file in. */
  receiving: Act;
  /** What links lead to: the type's name on the access record, how one is found by a viewer, and the table whose `sha256` keeps a content. */
  referring: { entity: string; table: string; find: (unit: Unit, id: string) => Promise<KnownFile | null> };
}

const GIVING = 'downloadFile';

/** The desk on a subgraph's own tables: each file checked and kept once, each use of a link on record. */
export class FileKeeper implements FileDesk {
  constructor(private readonly options: FileKeeperOptions) {}

  async receive(viewer: Viewer, { name, content }: { name: string | null; content: Buffer }): Promise<Receipt> {
    const { unit, scanner, now, receiving } = this.options;
    if (isNobody(viewer) || !may(viewer, receiving)) throw new FilesForbidden();
    const type = await fileTypeOf(content);
    await checkClean(scanner, content);
    const at = now();
    const upload = await answering(unit(viewer, 'uploadFile').command(async (tx) => {
      const kept = await keepUpload(tx, { name, content, type }, at);
      tx.changed('FileUpload', [kept.id], 'uploadFile');
      return kept;
    }));
    return { ...upload, contentType: FILE_TYPES[type].contentType, bytes: content.length, expiresAt: new Date(at.getTime() + UPLOAD_MS) };
  }

  async give(viewer: Viewer, link: string): Promise<Giving> {
    const said = this.options.links.read(link);
    if (!said || isNobody(viewer)) return 'ABSENT';
    if (said.personId !== viewer.personId) return this.refuse(viewer, said.fileId, 'LINK_OF_ANOTHER');
    if (said.expiresAt <= this.options.now()) return this.refuse(viewer, said.fileId, 'LINK_EXPIRED');
    return (await answering(this.read(viewer, said.fileId))) ?? this.refuse(viewer, said.fileId, 'NOT_FOUND');
  }

  /** Throws away uploads that nothing was made of for a day, and contents that nothing refers to. */
  async sweep(): Promise<{ uploads: number; contents: number }> {
    const { unit, now, referring } = this.options;
    const before = new Date(now().getTime() - UPLOAD_MS);
    return unit(machine('machine_event', 'files'), 'sweepFiles').command((tx) => removeUnused(tx, [referring.table], before));
  }

  /** The access record is written as the unit ends, before anything leaves. */
  private async read(viewer: Viewer, id: string): Promise<Giving | null> {
    const unit = this.options.unit(viewer, GIVING);
    try {
      const file = await this.options.referring.find(unit, id);
      const given = file && { name: file.name, contentType: file.contentType, content: await readContent(unit, file.sha256, file.bytes) };
      await unit.end();
      return given;
    } catch (error) {
      await unit.abandon();
      throw error;
    }
  }

  private async refuse(viewer: Viewer, id: string, outcome: string): Promise<'ABSENT' | 'EXPIRED'> {
    const entry: AccessRecord = { operation: 'REFUSED', entityType: this.options.referring.entity, ids: [id], action: GIVING, outcome };
    await answering(this.options.unit(viewer, GIVING).command((tx) => writeAccess(tx, [entry])));
    return outcome === 'LINK_EXPIRED' ? 'EXPIRED' : 'ABSENT';
  }
}

async function answering<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseFailure) throw new FilesUnavailable('the database refused');
    throw error;
  }
}
