import { describe, expect, it } from 'vitest';
import { blockSet } from '../../src/algebra/address-set.ts';
import { parseAddress, parseCidr } from '../../src/algebra/cidr.ts';
import { Memberships, selects } from '../../src/engine/membership.ts';
import { makeNodes } from '../../src/engine/node.ts';
import { membershipOf } from '../../src/engine/node-set.ts';
import type { Endpoint } from '../../src/policy/endpoint.ts';
import type { Peer } from '../../src/policy/rule.ts';
import { ANYTHING, isIn, not, type Predicate, selector } from '../../src/policy/selector.ts';
import { EVERYONE, endpoint, labelled } from '../support/endpoints.ts';

const inNamespace = (name: string, endpoint: Predicate) =>
  selector(isIn('kubernetes.io/metadata.name', [name]), endpoint);

const web = new Map([['app', 'web']]);
const at = (text: string) => [parseAddress(text)].flatMap((a) => a ?? []);

const ENDPOINTS: readonly Endpoint[] = [
  endpoint('a/web', { labels: web, addresses: at('10.0.0.1') }),
  endpoint('a/hidden', { labels: new Map([['app', null]]) }),
  endpoint('b/web', { labels: web, addresses: at('fd00::1') }),
  endpoint('b/host', { labels: web, hostNetwork: true, addresses: at('10.0.0.9') }),
];
const block = (text: string) => {
  const cidr = parseCidr(text);
  if (!cidr) throw new Error(`${text} is no block`);
  return blockSet(cidr);
};
const NODES = makeNodes(ENDPOINTS, [block('10.0.0.0/8')]);

/** `y`, `n` or `?` for each endpoint and then for 0.0.0.0-9…, 10.0.0.0/8, 11…- and IPv6. */
function pattern(peer: Peer): string {
  const membership = new Memberships(NODES).ofPeer(peer);
  return NODES.map((_, i) => ({ yes: 'y', no: 'n', maybe: '?' })[membershipOf(membership, i)]).join('');
}

describe('a peer', () => {
  it.each<[string, Peer, string]>([
    ['anyone is everyone', { kind: 'any' }, 'yyyyyyyy'],
    ['every pod is no host-network pod and no outside address', { kind: 'endpoints', selector: EVERYONE }, 'yyynnnnn'],
    ['every host is no pod', { kind: 'endpoints', selector: selector(ANYTHING, ANYTHING, 'hosts') }, 'nnnynnnn'],
    ['pods of a namespace are in it', { kind: 'endpoints', selector: inNamespace('b', ANYTHING) }, 'nnynnnnn'],
    ['a label that is not shown may match', { kind: 'endpoints', selector: labelled('app', 'web') }, 'y?ynnnnn'],
    [
      'a label that is not shown may not match',
      { kind: 'endpoints', selector: selector(ANYTHING, not(isIn('app', ['web']))) },
      'n?nnnnnn',
    ],
    [
      'a block means outside addresses, pods that show one of it, and perhaps those that show none',
      { kind: 'addresses', set: block('10.0.0.0/8'), endpoints: true },
      'y?nynynn',
    ],
    [
      'a block may mean outside addresses alone',
      { kind: 'addresses', set: block('10.0.0.0/8'), endpoints: false },
      'nnnnnynn',
    ],
    [
      'a block no pod can be in means none',
      { kind: 'addresses', set: block('127.0.0.0/8'), endpoints: true },
      'nnnnnnnn',
    ],
    ['IPv6 is no IPv4', { kind: 'addresses', set: block('::/0'), endpoints: true }, 'n?ynnnny'],
    ['an unknown peer may be anyone', { kind: 'unknown', reason: 'test' }, '????????'],
    [
      'an unknown peer within a selector may be those it may select',
      { kind: 'unknown', reason: 'test', within: labelled('app', 'web') },
      '???nnnnn',
    ],
  ])('%s', (_says, peer, expected) => {
    expect(pattern(peer)).toBe(expected);
  });
});

describe('a selector', () => {
  it('selects by namespace labels and by own labels, and both must match', () => {
    const [aWeb, hidden, bWeb, host] = ENDPOINTS;
    const one = inNamespace('a', isIn('app', ['web']));
    expect([aWeb, hidden, bWeb, host].map((e) => e && selects(one, e))).toEqual(['yes', 'maybe', 'no', 'no']);
  });

  it('is turned into a set once', () => {
    const memberships = new Memberships(NODES);
    const first = memberships.ofSelector(labelled('app', 'web'));
    expect(memberships.ofSelector(labelled('app', 'web'))).toBe(first);
  });
});
