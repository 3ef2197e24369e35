import { z } from 'zod';
import { DEVELOPMENT_ISSUER } from './development-issuer';

export type IdentitySettings = { kind: 'development' } | { kind: 'oidc'; issuer: string; audience: string; jwksUrl: string };

const SETTINGS = ['QAF_OIDC_ISSUER', 'QAF_OIDC_AUDIENCE', 'QAF_OIDC_JWKS_URL'] as const;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** An unset variable and an empty one mean the same: compose files and shells write the latter. */
const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().min(1).optional());

/** Who signs the tokens of people. All three settings or none; none is the development issuer, which production refuses. */
export const identityEnvironment = z
  .object({ NODE_ENV: text, QAF_OIDC_ISSUER: text, QAF_OIDC_AUDIENCE: text, QAF_OIDC_JWKS_URL: text })
  .transform((environment, context): IdentitySettings => {
    const fault = (name: string, message: string): void => void context.addIssue({ code: 'custom', path: [name], message });
    const production = environment.NODE_ENV === 'production';
    const { QAF_OIDC_ISSUER: issuer, QAF_OIDC_AUDIENCE: audience, QAF_OIDC_JWKS_URL: jwksUrl } = environment;
    if (!issuer && !audience && !jwksUrl && !production) return { kind: 'development' };
    for (const name of SETTINGS) if (!environment[name]) fault(name, production ? 'is needed in production' : 'is needed where the others are set');
    if (issuer === DEVELOPMENT_ISSUER) fault('QAF_OIDC_ISSUER', 'names the development issuer');
    if (jwksUrl && !isKeyAddress(jwksUrl, production)) fault('QAF_OIDC_JWKS_URL', 'must be an https address (http only on this machine, and not in production)');
    if (!issuer || !audience || !jwksUrl) return z.NEVER;
    return { kind: 'oidc', issuer, audience, jwksUrl };
  });

function isKeyAddress(value: string, production: boolean): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && !production && LOOPBACK.includes(hostname));
}
