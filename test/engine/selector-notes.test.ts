import { expect, it } from 'vitest';
import { Memberships } from '../../src/engine/membership.ts';
import { makeNodes } from '../../src/engine/node.ts';
import { OpenLabels } from '../../src/policy/labels.ts';
import { ANYTHING, type Selector, selector } from '../../src/policy/selector.ts';
import { EVERYONE, endpoint, labelled } from '../support/endpoints.ts';

const ENDPOINTS = [
  endpoint('a/web', { labels: new Map([['app', 'web']]) }),
  endpoint('a/hidden', { labels: new Map([['tier', null]]) }),
];
const ENTRY = endpoint('b/door', { labels: new OpenLabels(), namespaceLabels: new OpenLabels() });
const BLOCK = { v4: [{ first: 0x0a00_0000, last: 0x0aff_ffff }], v6: [] };
const NODES = [...makeNodes(ENDPOINTS, [BLOCK]), { kind: 'entry', endpoint: ENTRY, placed: false } as const];

function notesOf(...selectors: readonly Selector[]) {
  const memberships = new Memberships(NODES);
  for (const each of selectors) memberships.ofSelector(each);
  return memberships.notes;
}

it('a selector that surely means some endpoint, and none perhaps, does not stand out', () => {
  const { unsure, idle } = notesOf(labelled('app', 'web'), EVERYONE);
  expect([...unsure, ...idle]).toEqual([]);
});

it('a selector is idle where it may mean an entry controller that is not shown, and no endpoint', () => {
  const nobody = labelled('app', 'nobody');
  expect(new Memberships(NODES).ofSelector(nobody).maybe?.size).toBe(1);
  expect([...notesOf(nobody).idle]).toEqual([nobody]);
  expect(notesOf(nobody).unsure.size).toBe(0);
});

it('a selector is unsure, and not idle, where the value of a label it asks for is not shown', () => {
  const hidden = labelled('tier', 'x');
  expect([...notesOf(hidden).unsure]).toEqual([hidden]);
  expect(notesOf(hidden).idle.size).toBe(0);
});

it('a selector of hosts is idle where no endpoint is in the network of its node', () => {
  const hosts = selector(ANYTHING, ANYTHING, 'hosts');
  expect([...notesOf(hosts).idle]).toEqual([hosts]);
});

it('a peer is unsure where an endpoint may have one of its addresses', () => {
  const memberships = new Memberships(NODES);
  const [outside, both] = [false, true].map((endpoints) => ({ kind: 'addresses', set: BLOCK, endpoints }) as const);
  for (const peer of [outside, both]) if (peer) memberships.ofPeer(peer);
  expect([...memberships.notes.unsurePeers]).toEqual([both]);
});
