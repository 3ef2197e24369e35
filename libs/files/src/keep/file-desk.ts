import type { Viewer } from '@qaf/identity';

/** What is answered for an upload. `id` names it until it is attached to something, within a day. */
export interface Receipt {
  id: string;
  name: string;
  contentType: string;
  bytes: number;
  sha256: string;
  /** When it is thrown away if nothing was made of it. */
  expiresAt: Date;
}

export interface GivenFile {
  name: string;
  contentType: string;
  content: Buffer;
}

/** `ABSENT` is also what a link of another person reads as; `EXPIRED` is told to its own person alone. */
export type Giving = GivenFile | 'ABSENT' | 'EXPIRED';

/** Where files are handed in and given out, whether in this process or in another. */
export interface FileDesk {
  /** Takes a file in. Throws FileRefused, FilesForbidden or FilesUnavailable. */
  receive(viewer: Viewer, file: { name: string | null; content: Buffer }): Promise<Receipt>;
  /** What a link opens for this viewer. Throws FilesUnavailable. */
  give(viewer: Viewer, link: string): Promise<Giving>;
}
