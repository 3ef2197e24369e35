import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkKeys } from './link-keys';

/** What somebody answered, in which language and variant they were asked, and what their link said of how it was given. */
export interface AnswerSheet {
  language: string;
  variant: string;
  mode?: string | null;
  ageBand?: string | null;
  /** The language that the link was given for. */
  offeredLanguage?: string | null;
  answers: { key: string; value?: string; text?: string }[];
}

/** A text as it waits in the database: without the key, nothing shows, not even how long it is. */
export interface Sealed {
  nonce: string;
  sealed: string;
}

export type SealedSheet = Sealed;

/** Every sheet is as long as this when it waits, in bytes: a length would be a mark to know one by. */
export const SHEET_BYTES = 16_384;
/** A comment alone: 4,000 characters of up to three bytes, and quotes. */
const COMMENT_BYTES = 12_288;
const TAG = 16;

/** What was to be sealed does not fit: it would be longer than the others. */
export class TooLongToSeal extends Error {
  override readonly name = 'TooLongToSeal';
}

/** Seals a sheet, bound to its version and period: moved to another row it does not open. Throws TooLongToSeal. */
export function sealed(sheet: AnswerSheet, questionnaireVersionId: string, period: string): SealedSheet {
  return seal(JSON.stringify(sheet), SHEET_BYTES, `${questionnaireVersionId} ${period}`);
}

/** Opens a sealed sheet; throws where the key, the version or the period is another one, or a byte was changed. */
export function unsealed(sheet: SealedSheet, questionnaireVersionId: string, period: string): AnswerSheet {
  return JSON.parse(open(sheet, `${questionnaireVersionId} ${period}`)) as AnswerSheet;
}

/** Seals somebody's own words for the moderator, bound to the question. Throws TooLongToSeal. */
export function sealedComment(text: string, questionKey: string): Sealed {
  return seal(JSON.stringify(text), COMMENT_BYTES, `comment ${questionKey}`);
}

export function unsealedComment(comment: Sealed, questionKey: string): string {
  return JSON.parse(open(comment, `comment ${questionKey}`)) as string;
}

function seal(text: string, size: number, boundTo: string): Sealed {
  const bytes = Buffer.from(text);
  if (bytes.length > size) throw new TooLongToSeal('The text is too long to be sealed.');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', linkKeys().seal, nonce).setAAD(Buffer.from(boundTo));
  const padded = Buffer.concat([bytes, Buffer.alloc(size - bytes.length, ' ')]);
  const body = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: body.toString('base64') };
}

function open({ nonce, sealed: text }: Sealed, boundTo: string): string {
  const body = Buffer.from(text, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', linkKeys().seal, Buffer.from(nonce, 'base64'), { authTagLength: TAG });
  cipher.setAAD(Buffer.from(boundTo)).setAuthTag(body.subarray(body.length - TAG));
  return Buffer.concat([cipher.update(body.subarray(0, body.length - TAG)), cipher.final()]).toString('utf8');
}
