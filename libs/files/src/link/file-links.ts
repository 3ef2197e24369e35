import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** How long a link opens: five minutes. */
export const LINK_SECONDS = 300;

const UUID_BYTES = 16;
const BODY_BYTES = 2 * UUID_BYTES + 4;
const MAC_BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{91}$/;

/** What a link says: which file, for whom, until when. */
export interface FileLink {
  fileId: string;
  personId: string;
  expiresAt: Date;
}

/** Whether a text has the shape of a link at all. */
export function isLink(text: string): boolean {
  return SHAPE.test(text);
}

/** Makes and reads links to files, signed under a key that is not in the database. */
export class FileLinks {
  private readonly key: Buffer;

  /** `secret` is the platform's own; 32 characters or more. */
  constructor(secret: string) {
    if (secret.length < 32) throw new Error('Links to files need a secret of 32 characters at least.');
    this.key = Buffer.from(hkdfSync('sha256', secret, 'files', 'links to files', 32));
  }

  /** A link to one file for one person, which opens for five minutes from `now`. */
  make(fileId: string, personId: string, now: Date): { link: string; expiresAt: Date } {
    const until = Math.floor(now.getTime() / 1000) + LINK_SECONDS;
    const body = Buffer.alloc(BODY_BYTES);
    bytesOf(fileId).copy(body);
    bytesOf(personId).copy(body, UUID_BYTES);
    body.writeUInt32BE(until, 2 * UUID_BYTES);
    return { link: Buffer.concat([body, this.sign(body)]).toString('base64url'), expiresAt: new Date(until * 1000) };
  }

  /** What a link says, or null when nobody here made it. Whether it is late or somebody else's is for the caller to see. */
  read(link: string): FileLink | null {
    if (!isLink(link)) return null;
    const bytes = Buffer.from(link, 'base64url');
    const body = bytes.subarray(0, BODY_BYTES);
    // The last letter has bits to spare: only the spelling that was made counts.
    if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== link) return null;
    if (!timingSafeEqual(bytes.subarray(BODY_BYTES), this.sign(body))) return null;
    return { fileId: uuidIn(body, 0), personId: uuidIn(body, UUID_BYTES), expiresAt: new Date(body.readUInt32BE(2 * UUID_BYTES) * 1000) };
  }

  private sign(body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(body).digest();
  }
}

function bytesOf(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== UUID_BYTES) throw new Error('A link names a file and a person by their UUIDs.');
  return bytes;
}

function uuidIn(body: Buffer, at: number): string {
  return body.toString('hex', at, at + UUID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
