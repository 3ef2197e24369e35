import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkKeys } from './link-keys';

/** What somebody answered, and in which language and variant they were asked. */
export interface AnswerSheet {
  language: string;
  variant: string;
  answers: { key: string; value?: string; text?: string }[];
}

/** An answer sheet as it waits in the database: without the key, all that shows is roughly how long it is. */
export interface SealedSheet {
  nonce: string;
  sealed: string;
}

/** Whole blocks of this many bytes, so that the length tells little. */
const BLOCK = 4096;
const TAG = 16;

/** Seals a sheet, bound to its version and period: moved to another row it does not open. */
export function sealed(sheet: AnswerSheet, questionnaireVersionId: string, period: string): SealedSheet {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', linkKeys().seal, nonce).setAAD(boundTo(questionnaireVersionId, period));
  const text = Buffer.from(JSON.stringify(sheet));
  const padded = Buffer.concat([text, Buffer.alloc(BLOCK - (text.length % BLOCK), ' ')]);
  const body = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: body.toString('base64') };
}

/** Opens a sealed sheet; throws where the key, the version or the period is another one, or a byte was changed. */
export function unsealed(sheet: SealedSheet, questionnaireVersionId: string, period: string): AnswerSheet {
  const body = Buffer.from(sheet.sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', linkKeys().seal, Buffer.from(sheet.nonce, 'base64'), { authTagLength: TAG });
  cipher.setAAD(boundTo(questionnaireVersionId, period)).setAuthTag(body.subarray(body.length - TAG));
  const text = Buffer.concat([cipher.update(body.subarray(0, body.length - TAG)), cipher.final()]);
  return JSON.parse(text.toString('utf8')) as AnswerSheet;
}

function boundTo(questionnaireVersionId: string, period: string): Buffer {
  return Buffer.from(`${questionnaireVersionId} ${period}`);
}
