/**
 * Signed tokens (JWT, RFC 7519; best current practice RFC 8725): those that GitHub Actions and other issuers of OpenID
 * Connect give to their jobs, and those by which Cloudflare Access vouches for its users. The issuer, the audience and
 * the algorithms are configured, never taken from the token.
 */

import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { bearerToken, type Gatekeeper, type Refused } from './gatekeeper.ts';
import { IssuerUnavailable } from './key-sets.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Claims that must have one of these values. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** The header the token stands in; without it, `Authorization: Bearer`. */
  readonly header?: string;
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** How far clocks may be apart. */
const TOLERANCE_SECONDS = 60;

const INVALID: Readonly<Record<string, string>> = {
  [errors.JWTExpired.code]: 'The token has expired.',
  [errors.JWSSignatureVerificationFailed.code]: 'The signature of the token does not verify.',
  [errors.JWKSNoMatchingKey.code]: 'The token is signed with a key that its issuer does not have.',
  [errors.JOSEAlgNotAllowed.code]: 'The token is signed with an algorithm that is not accepted.',
};

function refusal(error: unknown): Refused {
  if (
    error instanceof IssuerUnavailable ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid
  ) {
    return { refused: 'unavailable', detail: 'The token cannot be checked now: the keys of its issuer cannot be had.' };
  }
  if (!(error instanceof errors.JOSEError)) throw error;
  if (error instanceof errors.JWTClaimValidationFailed) {
    return { refused: 'invalid', detail: `The claim "${error.claim}" of the token is not the one that is expected.` };
  }
  return {
    refused: 'invalid',
    detail: INVALID[error.code] ?? 'The credential is no signed token of the expected form.',
  };
}

/** The name of the first claim that has none of its values. */
function unmet(payload: JWTPayload, { claims }: TokenRules): string | undefined {
  const has = (name: string) => (Object.hasOwn(payload, name) ? String(payload[name]) : undefined);
  return Object.entries(claims).find(([name, values]) => !values.includes(has(name) ?? ''))?.[0];
}

export function tokenGatekeeper(rules: TokenRules, keys: JWTVerifyGetKey): Gatekeeper {
  const { issuer, audience, header } = rules;
  const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: TOLERANCE_SECONDS };
  const missing = header === undefined ? 'Send a token: Authorization: Bearer …' : `Send a token in ${header}.`;
  return {
    async admit(request) {
      const token = header === undefined ? bearerToken(request.headers) : request.headers.get(header);
      if (!token) return { refused: 'anonymous', detail: missing };
      try {
        const { payload } = await jwtVerify(token, keys, { ...options, requiredClaims: ['exp', 'sub'] });
        const claim = unmet(payload, rules);
        if (claim === undefined) return { subject: `token:${payload.sub}` };
        return {
          refused: 'forbidden',
          detail: `The claim "${claim}" of the token has none of the values that are let in.`,
        };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}
