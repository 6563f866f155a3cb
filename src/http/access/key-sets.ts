/**
 * The public keys of an issuer of tokens (JWK Set, RFC 7517 §5), fetched when first needed and kept for a while. Where
 * they are is configured, or told by the issuer (OpenID Connect Discovery 1.0 §4).
 */

import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';

/** How documents of an issuer are had. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const LONGEST_DOCUMENT = 1_000_000;
const PATIENCE_MS = 5_000;

/** What cannot be had of the issuer; the cause is for the log of whoever runs the service. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

async function bounded(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'manual' }).catch((cause: unknown) => {
    throw new IssuerUnavailable('the issuer does not answer', { cause });
  });
  const text = response.ok ? await response.text() : '';
  if (!response.ok || text.length > LONGEST_DOCUMENT) throw new IssuerUnavailable('the issuer gave no document');
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}

async function discover(issuer: string, fetch: Fetch): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await bounded(fetch, url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const document: unknown = await response.json().catch(() => undefined);
  const found = typeof document === 'object' && document !== null ? Object.entries(document) : [];
  const address = found.find(([name]) => name === 'jwks_uri')?.[1];
  if (typeof address === 'string' && address.startsWith('https://')) return new URL(address);
  throw new IssuerUnavailable('the issuer does not say where its keys are');
}

export interface IssuerKeys {
  readonly issuer: string;
  /** Without it, the issuer is asked where its keys are. */
  readonly keysUrl?: string | undefined;
}

/** The keys of an issuer; what is asked of it fails with `IssuerUnavailable`, and is asked again the next time. */
export function issuerKeys({ issuer, keysUrl }: IssuerKeys, fetch: Fetch): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const begin = async (): Promise<JWTVerifyGetKey> => {
    const url = keysUrl === undefined ? await discover(issuer, fetch) : new URL(keysUrl);
    const load = (address: string, init: RequestInit) => bounded(fetch, address, init);
    return createRemoteJWKSet(url, { timeoutDuration: PATIENCE_MS, [customFetch]: load });
  };
  return async (header, token) => {
    keys ??= begin();
    try {
      return await (await keys)(header, token);
    } catch (error) {
      if (error instanceof IssuerUnavailable) keys = undefined;
      throw error;
    }
  };
}
