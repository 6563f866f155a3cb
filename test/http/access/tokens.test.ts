import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Gatekeeper } from '../../../src/http/access/gatekeeper.ts';
import { type Fetch, issuerKeys } from '../../../src/http/access/key-sets.ts';
import { type TokenRules, tokenGatekeeper } from '../../../src/http/access/tokens.ts';

const ISSUER = 'https://issuer.example';
const KEYS_URL = `${ISSUER}/keys`;
const RULES: TokenRules = { issuer: ISSUER, audience: 'portolan', claims: { repository_owner_id: ['42', '43'] } };
const CLAIMS = { repository_owner_id: '42' };

const { publicKey, privateKey } = await generateKeyPair('RS256');
const other = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] };

/** An issuer that answers from a table, and counts what it is asked. */
function issuer(pages: Readonly<Record<string, unknown>>): { readonly asked: string[]; readonly fetch: Fetch } {
  const asked: string[] = [];
  const fetch: Fetch = async (url) => {
    asked.push(url);
    const page = pages[url];
    if (page instanceof Error) throw page;
    return page === undefined ? new Response('', { status: 404 }) : Response.json(page);
  };
  return { asked, fetch };
}

const working = () =>
  issuer({ [`${ISSUER}/.well-known/openid-configuration`]: { jwks_uri: KEYS_URL }, [KEYS_URL]: jwks });

function gatekeeper(rules: TokenRules = RULES, fetch: Fetch = working().fetch): Gatekeeper {
  return tokenGatekeeper(rules, issuerKeys({ issuer: ISSUER }, fetch));
}

interface Made {
  readonly claims?: JWTPayload;
  readonly audience?: string;
  readonly by?: string;
  readonly expires?: string;
  readonly key?: CryptoKey;
  readonly kid?: string;
}

function token({ claims = CLAIMS, audience = 'portolan', by = ISSUER, expires = '5m', key, kid = 'one' }: Made = {}) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid })
    .setSubject('repo:shop/web')
    .setIssuer(by)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key ?? privateKey);
}

const show = (text: string, header = 'authorization') =>
  new Request('http://x/', { headers: { [header]: header === 'authorization' ? `Bearer ${text}` : text } });

describe('a token', () => {
  test('of the issuer, for this audience, with the claims that are let in, lets in', async () => {
    expect(await gatekeeper().admit(show(await token()))).toEqual({ subject: 'token:repo:shop/web' });
  });

  test('may stand in a header of its own', async () => {
    const access = gatekeeper({ ...RULES, claims: {}, header: 'cf-access-jwt-assertion' });
    expect(await access.admit(show(await token(), 'cf-access-jwt-assertion'))).toHaveProperty('subject');
    expect(await access.admit(show(await token()))).toMatchObject({ refused: 'anonymous' });
  });

  test.each<[string, Made, string, string]>([
    ['for another audience', { audience: 'other' }, 'invalid', '"aud"'],
    ['of another issuer', { by: 'https://evil.example' }, 'invalid', '"iss"'],
    ['that has expired', { expires: '-2m' }, 'invalid', 'expired'],
    ['signed with another key', { key: other.privateKey }, 'invalid', 'does not verify'],
    ['of an unknown key', { kid: 'two' }, 'invalid', 'does not have'],
    ['of another owner', { claims: { repository_owner_id: '7' } }, 'forbidden', 'repository_owner_id'],
    ['without the claim', { claims: {} }, 'forbidden', 'repository_owner_id'],
  ])('%s is refused', async (_, made, refused, word) => {
    expect(await gatekeeper().admit(show(await token(made)))).toMatchObject({
      refused,
      detail: expect.stringContaining(word),
    });
  });

  test('that expired within the tolerance of clocks lets in', async () => {
    expect(await gatekeeper().admit(show(await token({ expires: '-30s' })))).toHaveProperty('subject');
  });

  test.each([
    'nonsense',
    'a.b.c',
    `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: ISSUER, aud: 'portolan', sub: 'x', exp: 9e9 }))}.`,
    `${btoa('{"alg":"HS256","kid":"one"}')}.${btoa('{}')}.AAAA`,
  ])('that is none is refused: %s', async (text) => {
    const answer = await gatekeeper().admit(show(text.replaceAll('=', '')));
    expect(answer).toMatchObject({ refused: 'invalid' });
  });
});

describe('the keys of an issuer', () => {
  test('are fetched once for many tokens', async () => {
    const { asked, fetch } = working();
    const access = gatekeeper(RULES, fetch);
    for (let n = 0; n < 3; n++) await access.admit(show(await token()));
    expect(asked).toEqual([`${ISSUER}/.well-known/openid-configuration`, KEYS_URL]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['that does not answer', {}],
    ['that cannot be reached', { [`${ISSUER}/.well-known/openid-configuration`]: new TypeError('secret host') }],
    ['that names no keys', { [`${ISSUER}/.well-known/openid-configuration`]: {} }],
    [
      'whose keys are elsewhere unencrypted',
      { [`${ISSUER}/.well-known/openid-configuration`]: { jwks_uri: 'http://a/' } },
    ],
    ['whose keys are none', { [`${ISSUER}/.well-known/openid-configuration`]: { jwks_uri: KEYS_URL }, [KEYS_URL]: {} }],
  ])('%s cannot be had, and are asked for again', async (_, pages) => {
    const first = issuer(pages);
    const answers: Fetch[] = [first.fetch, working().fetch];
    let turn = 0;
    const access = gatekeeper(RULES, (url, init) => (answers[turn] ?? first.fetch)(url, init));
    const refusal = await access.admit(show(await token()));
    expect(refusal).toMatchObject({ refused: 'unavailable' });
    expect(JSON.stringify(refusal)).not.toContain('secret host');
    turn = 1;
    const fresh = gatekeeper(RULES, working().fetch);
    expect(await fresh.admit(show(await token()))).toHaveProperty('subject');
  });
});
