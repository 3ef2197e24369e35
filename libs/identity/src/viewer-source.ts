import type { VerifyToken } from './token-verifier';
import { Unauthenticated } from './unauthenticated';
import { nobody } from './viewer';
import type { Standing, Viewer } from './viewer';

export interface ViewerHeaders {
  authorization?: string | undefined;
  'x-purpose'?: string | undefined;
}

export type ViewerSource = (headers: ViewerHeaders, requestId: string) => Promise<Viewer>;

export interface ViewerSourceOptions {
  verify: VerifyToken;
  /** Where the person with this subject stands now; null for one who is unknown or has left. */
  standingOf: (subject: string) => Promise<Standing | null>;
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
const PURPOSE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]{1,200}$/u;

/** Makes the one way in: a request's headers become a viewer, nobody without a token, and `Unauthenticated` with a wrong one. */
export function viewerSource({ verify, standingOf }: ViewerSourceOptions): ViewerSource {
  return async (headers, requestId) => {
    if (headers.authorization === undefined) return nobody(requestId);
    const { subject } = await verify(bearerOf(headers.authorization));
    const standing = await standingOf(subject);
    if (!standing) throw new Unauthenticated('no standing');
    return { ...standing, requestId, purpose: purposeOf(headers['x-purpose']) };
  };
}

function bearerOf(authorization: string): string {
  const token = BEARER.exec(authorization)?.[1];
  if (!token) throw new Unauthenticated('no bearer token');
  return token;
}

/** Why the person looks, as they said it; null where they said nothing that can be kept. */
function purposeOf(header: string | undefined): string | null {
  const purpose = header?.trim() ?? '';
  return PURPOSE.test(purpose) ? purpose : null;
}
