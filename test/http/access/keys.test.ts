import { expect, test } from 'vitest';
import { keyGatekeeper } from '../../../src/http/access/keys.ts';
import { sha256 } from '../../../src/util/sha256.ts';

const KEY = 'a-long-and-random-key-0123456789';
const hash = (key: string) => sha256(new TextEncoder().encode(key));
const gatekeeper = keyGatekeeper([
  { name: 'other', sha256: await hash('another key') },
  { name: 'ci', sha256: await hash(KEY) },
]);

const admit = (authorization?: string) =>
  gatekeeper.admit(new Request('http://x/', authorization === undefined ? {} : { headers: { authorization } }));

test('a key lets in who shows it as a bearer token, and names them', async () => {
  expect(await admit(`Bearer ${KEY}`)).toEqual({ subject: 'key:ci' });
  expect(await admit(`bearer  ${KEY} `)).toEqual({ subject: 'key:ci' });
});

test.each([undefined, '', 'Basic YTpi', KEY, 'Bearer', 'Bearer a b'])('nothing is shown by %s', async (header) => {
  expect(await admit(header)).toMatchObject({ refused: 'anonymous' });
});

test('another key is refused, without a word of it', async () => {
  for (const key of [`${KEY}x`, KEY.slice(1), KEY.toUpperCase(), await hash(KEY)]) {
    const answer = await admit(`Bearer ${key}`);
    expect(answer).toMatchObject({ refused: 'invalid' });
    expect(JSON.stringify(answer)).not.toContain(key);
  }
});
